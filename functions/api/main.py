"""The recruiters' API: every route stands in routes/."""
# ruff: noqa: E402

import gc

# What imports make lives as long as the process: looking among it for garbage costs a tenth of a cold start.
gc.disable()

from typing import Any

from chalice.app import Chalice

from routes import candidates, documents, mails, notes, own, people, review, uploads
from vivier.kernel.observability import metrics

app = Chalice("vivier-api")
app.debug = False
for blueprint in (own.bp, uploads.bp, people.bp, candidates.bp, documents.bp, notes.bp, mails.bp, review.bp):
    app.register_blueprint(blueprint)

gc.freeze()
gc.enable()


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> Any:
    return app(event, context)
