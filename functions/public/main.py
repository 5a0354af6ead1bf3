"""What is open without a login, under /public: every route stands in visits/."""
# ruff: noqa: E402

import gc

# What imports make lives as long as the process: looking among it for garbage costs a tenth of a cold start.
gc.disable()

from typing import Any

from chalice.app import Chalice

from visits import health
from vivier.kernel.observability import metrics

app = Chalice("vivier-public")
app.debug = False
for blueprint in (health.bp,):
    app.register_blueprint(blueprint)

gc.freeze()
gc.enable()


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> Any:
    return app(event, context)
