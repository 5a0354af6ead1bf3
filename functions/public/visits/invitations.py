"""An invited person sets a password."""

from chalice.app import Blueprint
from pydantic import ConfigDict

from visit import Visit, visit
from vivier.casework import invitations
from vivier.casework.invitations import Offer, Password
from vivier.kernel.model import Model

bp = Blueprint(__name__)


class Chosen(Model):
    model_config = ConfigDict(extra="forbid")

    password: Password


class Welcome(Model):
    """The address to sign in with."""

    email: str


@bp.route("/invitation", methods=["GET"])
@visit(bp, invitations.PURPOSE, returns=Offer)
def see_invitation(call: Visit) -> Offer:
    """Who invites whom to what."""
    return invitations.offer(call.link)


@bp.route("/invitation", methods=["POST"])
@visit(bp, invitations.PURPOSE, body=Chosen, returns=Welcome)
def accept_invitation(call: Visit) -> Welcome:
    """Sets the password of the invited person, once."""
    return Welcome(email=invitations.hand_over(call.token, call.body.password))
