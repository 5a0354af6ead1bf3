"""The tables of routes: each route is found through its API's, and a request loads the one module that it needs."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.contract.entries import example
from tests.contract.stack import ROOT

from vivier_packager import api_documents
from vivier_packager.api_documents import MEMBERS, PUBLIC, Api

LISTS = {"kernel", "storage", "people"}
ASK = """
import json, sys
import main

class Context:
    function_name, memory_limit_in_mb, invoked_function_arn, aws_request_id = "api", 1024, "arn", "first"

found = []
for event in json.loads(sys.stdin.read()):
    had = set(sys.modules)
    answer = main.handler(event, Context)
    rooms = {name.split(".")[1] for name in sys.modules if name.startswith("vivier.")}
    new = (set(sys.modules) - had) & {f"{main.routes.package}.{name}" for name in main.routes.table.values()}
    found.append((answer["statusCode"], [name.rpartition(".")[2] for name in new], sorted(rooms)))
print(json.dumps(found), file=sys.stderr)
"""


@pytest.fixture(params=[MEMBERS, PUBLIC], ids=lambda api: api.folder)
def api(request: pytest.FixtureRequest) -> Api:
    found: Api = request.param
    return found


@pytest.fixture
def table(api: Api) -> Any:
    """The routes of an API, every module of its folder loaded."""
    routes = api_documents.module(api).routes
    for path in modules(api, routes.package):
        routes.register(path.stem)
    return routes


def modules(api: Api, package: str) -> list[Path]:
    return sorted(p for p in (ROOT / "functions" / api.folder / package).glob("*.py") if p.stem != "__init__")


def there(table: Any) -> dict[tuple[str, str], str]:
    """The module of each method and path that there is."""
    views = {(m, path): e.view_function for path, methods in table.app.routes.items() for m, e in methods.items()}
    return {route: view.__module__.removeprefix(f"{table.package}.") for route, view in views.items()}


def asked(method: str, path: str) -> dict[str, Any]:
    """A request that nobody signed."""
    event = example("api_proxy")
    given = dict.fromkeys(re.findall(r"{(\w+)}", path), f"can_{'0' * 26}")
    event["requestContext"] |= {"resourcePath": path, "httpMethod": method, "authorizer": {}}
    return event | {"resource": path, "path": path.format(**given), "httpMethod": method, "pathParameters": given}


class Answer(NamedTuple):
    """What came back, the modules of routes that it loaded, and the rooms of the product that stand loaded after it."""

    status: int
    loaded: set[str]
    rooms: set[str]


def ask_afresh(api: Api, *events: dict[str, Any]) -> list[Answer]:
    """Asks in an interpreter that loaded nothing."""
    folder = ROOT / "functions" / api.folder
    environment = os.environ | {"PYTHONPATH": f"{folder}:{folder.parent / 'edge'}"}
    code = [sys.executable, "-c", ASK]
    ran = subprocess.run(
        code, input=json.dumps(events), env=environment, capture_output=True, text=True, check=True, cwd=folder
    )
    said = json.loads(ran.stderr.splitlines()[-1])
    return [Answer(status, set(loaded), set(rooms)) for status, loaded, rooms in said]


def test_every_route_is_found_through_the_table(api: Api, table: Any) -> None:
    routes = there(table)

    assert {p.stem for p in modules(api, table.package)} == set(routes.values()) == set(table.table.values())
    assert {route: table.module_of(*route) for route in routes} == routes


def test_every_line_of_the_table_finds_a_route(table: Any) -> None:
    routes = there(table)

    for line in table.table:
        without = type(table)(table.app, table.package, {k: v for k, v in table.table.items() if k != line})
        assert any(without.module_of(*route) != module for route, module in routes.items()), line


def test_a_first_request_loads_the_module_that_answers_it_and_no_other(api: Api, table: Any) -> None:
    routes = sorted(there(table))
    loaded: set[str] = set()

    answers = ask_afresh(api, *(asked(*route) for route in routes))

    for route, (status, new, _) in zip(routes, answers, strict=True):
        needed = {table.module_of(*route)}
        assert new == needed - loaded, route
        assert status not in (405, 500), route
        loaded |= needed


def test_what_is_no_route_is_refused_as_chalice_refuses_it_and_loads_nothing_that_is_not_beside_it() -> None:
    wanted = [("GET", "/nowhere"), ("GET", "/candidatesX"), ("PUT", "/candidates")]

    answers = ask_afresh(MEMBERS, *(asked(*route) for route in wanted))

    assert [a[:2] for a in answers] == [(405, set()), (405, set()), (405, {"people"})]


def test_the_list_of_people_waits_for_no_room_that_it_does_not_need() -> None:
    (answer,) = ask_afresh(MEMBERS, asked("GET", "/candidates"))

    assert answer.rooms == LISTS


def test_no_module_of_routes_imports_another(api: Api, table: Any) -> None:
    for path in modules(api, table.package):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        named += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]

        assert not [name for name in named if name.split(".")[0] == table.package], path.name
