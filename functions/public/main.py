"""What is open without a login, under /public: each route stands in visits/, loaded by the first request to need it.

A new module of visits/ takes one line in the table: the beginning of its paths, and its name.
"""
# ruff: noqa: E402

import gc

# What imports make lives as long as the process: looking among it for garbage costs a tenth of a cold start.
gc.disable()

from typing import Any

from chalice.app import Chalice

import visit  # noqa: F401 - every request needs it
from routing import Routes
from vivier.kernel.observability import metrics

app = Chalice("vivier-public")
app.debug = False
routes = Routes(
    app,
    "visits",
    {
        "/health": "health",
        "/invitation": "invitations",
        "/interview": "interviews",
        "/shortlist": "shortlist",
        "/link": "links",
        "/missing": "missing",
        "/preferences": "preferences",
    },
)

gc.freeze()
gc.enable()


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> Any:
    asked = event["requestContext"]
    routes.open(asked["httpMethod"], asked["resourcePath"])
    return app(event, context)
