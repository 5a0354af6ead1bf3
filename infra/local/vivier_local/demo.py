"""`vivier run --demo`: asks the running instance for its invented people, as the button on the screen does."""

import threading
from collections.abc import Callable

from vivier_local.client import Client, NotRunning, Refused
from vivier_local.signin import SignInFailed


def in_background(url: str, tell: Callable[[str], None]) -> None:
    """The instance answers on this very loop's thread: asking must not hold it."""

    def ask() -> None:
        try:
            with Client(url) as client:
                batch = client.post("/demo", {}).get("batch")
        except (NotRunning, Refused, SignInFailed) as error:
            tell(f"the demo could not start: {error}")
        else:
            tell(f"The demo's CVs are being read: {url}/drop ({batch})")

    threading.Thread(target=ask, daemon=True, name="demo").start()
