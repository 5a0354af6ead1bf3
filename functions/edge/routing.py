"""Routes that are loaded by the first request that needs them, so that a cold start does not grow with an API."""

import gc
from collections.abc import Mapping
from importlib import import_module

from chalice.app import Chalice


class Routes:
    """A Chalice application and the table of its modules: the beginning of their paths to their names.

    The longest beginning wins, whole words only; a line may name a method and a path, where one act needs much more
    than the others there.
    """

    def __init__(self, app: Chalice, package: str, table: Mapping[str, str]) -> None:
        self.app, self.package, self.table = app, package, table
        self._open: set[str] = set()

    def module_of(self, method: str, resource: str) -> str | None:
        """The module that answers a method of a resource path such as `/candidates/{candidate_id}/notes`."""
        if own := self.table.get(f"{method} {resource}"):
            return own
        beginning = resource
        while beginning and beginning not in self.table:
            beginning = beginning.rpartition("/")[0]
        return self.table.get(beginning)

    def open(self, method: str, resource: str) -> None:
        """Lets the application answer a method of a path; what is no route stays unknown to it."""
        if module := self.module_of(method, resource):
            self.register(module)

    def register(self, module: str) -> None:
        """Loads a module and lets the application answer its paths, once."""
        if module in self._open:
            return
        # As in main: what imports make lives as long as the process.
        gc.disable()
        self.app.register_blueprint(import_module(f"{self.package}.{module}").bp)
        self._open.add(module)
        gc.freeze()
        gc.enable()

    def everything(self) -> Chalice:
        """The application with every route: for what asks which there are."""
        for module in sorted({*self.table.values()}):
            self.register(module)
        return self.app
