"""Somebody pressed a link in a mail whose clicks are counted."""

from chalice.app import Blueprint
from pydantic import ConfigDict, Field

from visit import Visit, visit
from vivier.kernel.model import Model
from vivier.mail import clicks, pressed

bp = Blueprint(__name__)


class Pressed(Model):
    """Which link of the mail, and what the page says of the browser that it is in."""

    model_config = ConfigDict(extra="forbid")

    number: int = Field(ge=0, le=999)
    by_hand: bool = Field(description="Its page is seen, and no program drives it.")


class Leads(Model):
    """Where the link leads: the address in the mail as it was written."""

    to: str


@bp.route("/link", methods=["POST"])
@visit(bp, clicks.PURPOSE, body=Pressed, returns=Leads)
def follow_link(call: Visit) -> Leads:
    """Where a link of a mail leads; a person who presses it is counted."""
    body: Pressed = call.body
    agent = bp.current_request.headers.get("user-agent", "")
    return Leads(to=pressed.press(call.link, body.number, by_hand=body.by_hand, agent=agent, now=call.now))
