"""The recruiters' API: every route stands in routes/."""
# ruff: noqa: E402

import gc

# What imports make lives as long as the process: looking among it for garbage costs a tenth of a cold start.
gc.disable()

from typing import Any

from chalice.app import Chalice

from routes import (
    board,
    candidates,
    documents,
    jobs,
    mails,
    notes,
    notifications,
    own,
    people,
    review,
    uploads,
)
from vivier.kernel.observability import metrics

app = Chalice("vivier-api")
app.debug = False
for routes in (own, uploads, people, candidates, documents, notes, mails, review, notifications, jobs, board):
    app.register_blueprint(routes.bp)

gc.freeze()
gc.enable()


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> Any:
    return app(event, context)
