"""Whether it answers."""

from chalice.app import Blueprint, Response
from pydantic import BaseModel

from visit import HEADERS
from vivier import VERSION
from vivier.kernel.observability import logger

bp = Blueprint(__name__)


class Health(BaseModel):
    status: str = "ok"
    version: str = VERSION


@bp.route("/health", methods=["GET"])
def public_health() -> Response:
    """Answers when what is open without a login can."""
    logger.info("healthy")
    return Response(Health().model_dump_json(), headers={**HEADERS})
