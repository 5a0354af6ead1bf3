"""How mail is received, and what nobody asked for: rules, pause, DNS records, the list of addresses."""

from chalice.app import Blueprint

from auth import member
from endpoint import Call, Nothing, Reply, endpoint
from vivier.mail.deliverability import steering
from vivier.mail.deliverability.model import OpenHours, SendingRules
from vivier.mail.deliverability.records import SenderDomain
from vivier.mail.deliverability.steering import AskedAddress, Because, DecidedAddress, ListedAddress, Sending
from vivier.sequences import apart
from vivier.sequences.apart import ApartSequences

bp = Blueprint(__name__)


@bp.route("/sending", methods=["GET"], authorizer=member)
@endpoint(bp, returns=Sending, versioned=True)
def see_sending(call: Call) -> Reply:
    """Rates, caps and the pause of the workspace's mail."""
    seen = steering.see(call.actor, call.now)
    return Reply(seen, seen.version)


@bp.route("/sending/rules", methods=["PUT"], authorizer=member)
@endpoint(bp, body=SendingRules, returns=Sending, versioned=True)
def save_sending_rules(call: Call) -> Reply:
    """Saves hours, frequency and warm-up on the version in If-Match (0 for the product's own). Administrators only."""
    steering.save_rules(call.actor, call.body, call.version, call.now)
    seen = steering.see(call.actor, call.now)
    return Reply(seen, seen.version)


@bp.route("/sending/apart", methods=["POST"], authorizer=member)
@endpoint(bp, body=OpenHours, returns=ApartSequences, kept=False)
def find_sequences_apart(call: Call) -> ApartSequences:
    """Sequences that run and would have no hour in common with these: before they are saved, and after."""
    return apart.running(call.actor, call.body, call.now)


@bp.route("/sending/pause", methods=["POST"], authorizer=member)
@endpoint(bp, body=Because, returns=Sending)
def pause_sending(call: Call) -> Sending:
    """Stops what nobody asked for. Administrators only."""
    steering.pause(call.actor, call.body, call.now)
    return steering.see(call.actor, call.now)


@bp.route("/sending/resume", methods=["POST"], authorizer=member)
@endpoint(bp, body=Because, returns=Sending)
def resume_sending(call: Call) -> Sending:
    """Lets what nobody asked for go on. Administrators only."""
    steering.resume(call.actor, call.body, call.now)
    return steering.see(call.actor, call.now)


@bp.route("/sending/domain", methods=["GET"], authorizer=member)
@endpoint(bp, returns=SenderDomain)
def see_sending_domain(call: Call) -> SenderDomain:
    """The DNS records of the sender's domain, as SES sees them. Administrators only."""
    return steering.domain(call.actor)


@bp.route("/suppressions/look-up", methods=["POST"], authorizer=member)
@endpoint(bp, body=AskedAddress, returns=ListedAddress, kept=False)
def look_up_address(call: Call) -> ListedAddress:
    """Whether an address stands on the list of those that get nothing unasked. Administrators only."""
    return steering.look_up(call.actor, call.body, call.now)


@bp.route("/suppressions/add", methods=["POST"], authorizer=member)
@endpoint(bp, body=DecidedAddress, returns=ListedAddress, kept=False)
def suppress_address(call: Call) -> ListedAddress:
    """Puts an address on the list. Administrators only."""
    return steering.suppress(call.actor, call.body, call.now)


@bp.route("/suppressions/lift", methods=["POST"], authorizer=member)
@endpoint(bp, body=DecidedAddress, returns=Nothing, kept=False)
def release_address(call: Call) -> Nothing:
    """Takes an address off the list, for a reason. Administrators only."""
    steering.release(call.actor, call.body, call.now)
    return Nothing()
