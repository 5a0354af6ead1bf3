"""Members: invited, come, given roles, removed; and never without an administrator."""

import itertools
from collections.abc import Callable, Iterator
from email import message_from_string, policy
from typing import Any

import boto3
import pytest
from tests import truth
from tests.accounts import user_pool
from tests.conftest import ENVIRONMENT
from tests.contract.entries import invoke
from tests.factories import NOW, WORKSPACE
from tests.faults import FAULTS, Faults
from tests.sent import raw_mails

from vivier.casework import invitations, sweep
from vivier.casework.invitations import Invitation
from vivier.gateways import directory
from vivier.kernel.actor import Actor, Role
from vivier.kernel.clock import utc_now
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated
from vivier.kernel.settings import settings
from vivier.storage.transaction import Transaction
from vivier.team import audit, links, membership, store
from vivier.team import service as team
from vivier.team.model import Member, MemberState

LATER = NOW.replace(hour=15)
EWEN = Invitation(email="ewen.tanguy@halage.example", name="Ewen Tanguy", role=Role.recruiter, language="fr")
PASSWORD = "marée haute 2026"


@pytest.fixture(autouse=True)
def pool(cloud: None, environment: pytest.MonkeyPatch) -> Iterator[None]:
    with user_pool(environment):
        yield


@pytest.fixture
def admin() -> Actor:
    return join("admin", Role.admin).actor()


def join(subject: str, role: Role) -> Member:
    return team.add_member(
        WORKSPACE, subject=subject, name=f"Dominique {subject}", email=f"{subject}@x.example", role=role
    )


def letters() -> list[str]:
    """The plain texts of the mails that left, in order."""
    bodies = [message_from_string(raw, policy=policy.default).get_body(("plain",)) for raw in raw_mails()]
    return [str(body.get_content()) for body in bodies if body]


def token(text: str) -> str:
    return text.partition("/p/invitation#")[2].split()[0]


def invited(admin: Actor, wanted: Invitation = EWEN) -> tuple[Member, str]:
    """Somebody invited, with the token of the mail they got."""
    member = invitations.invite(admin, wanted, NOW)
    sweep.sweep(NOW)
    return member, token(letters()[-1])


def told() -> list[str]:
    return [row.read().kind for row in truth.of(audit.AuditItem)]


def account(email: str = EWEN.email) -> Any:
    return boto3.client("cognito-idp").admin_get_user(UserPoolId=settings().pool, Username=email)


def test_an_invited_person_gets_a_link_and_may_nothing_until_they_have_a_password(admin: Actor) -> None:
    member, given = invited(admin)

    assert "Dominique admin vous invite" in letters()[0]
    assert invitations.offer(links.resolve("invitation", given, NOW)).email == EWEN.email
    assert (member.state, member.invited_by) == (MemberState.invited, admin.id)
    with pytest.raises(Unauthenticated):
        team.member(member.subject)


def test_who_sets_a_password_is_a_member_and_the_link_is_spent(admin: Actor) -> None:
    member, given = invited(admin)

    come = invitations.accept(given, PASSWORD, LATER)

    assert team.member(member.subject) == come
    assert (come.state, come.role) == (MemberState.active, Role.recruiter)
    assert account()["UserStatus"] == "CONFIRMED"
    assert told() == ["member_invited", "invitation_accepted"]
    with pytest.raises(NotFound):
        invitations.accept(given, "une autre marée 2026", LATER)


@pytest.mark.parametrize("password", ["court1", "SANS MINUSCULE 1", "sans chiffre ici", "é" * 12])
def test_a_weak_password_is_refused_and_the_link_goes_on(admin: Actor, password: str) -> None:
    _, given = invited(admin)

    with pytest.raises(Invalid):
        invitations.accept(given, password, LATER)

    assert invitations.accept(given, PASSWORD, LATER)


def test_inviting_again_sends_no_second_mail_but_for_what_changed(admin: Actor) -> None:
    first, _ = invited(admin)
    again, _ = invited(admin)
    other, given = invited(admin, EWEN.model_copy(update={"role": Role.reader, "language": "en"}))

    assert (first, first.id) == (again, other.id)
    assert len(letters()) == 2
    assert "invites you" in letters()[1]
    assert invitations.accept(given, PASSWORD, LATER).role == Role.reader


def test_the_link_of_a_mail_stands_nowhere_in_the_table(admin: Actor) -> None:
    _, given = invited(admin)

    rows = str(boto3.client("dynamodb").scan(TableName=ENVIRONMENT["TABLE"])["Items"])
    assert "LINK#" in rows
    assert given not in rows


def test_sending_again_ends_the_link_before(admin: Actor) -> None:
    member, first = invited(admin)
    invitations.send_again(admin, member.id, LATER)
    sweep.sweep(LATER)

    with pytest.raises(NotFound):
        links.resolve("invitation", first, LATER)
    assert invitations.accept(token(letters()[-1]), PASSWORD, LATER)


def test_an_invitation_that_was_taken_back_opens_nothing_and_its_mail_stays(admin: Actor) -> None:
    member, given = invited(admin)
    waiting = invitations.invite(admin, EWEN.model_copy(update={"email": "late@halage.example"}), NOW)
    for each in (member, waiting):
        invitations.remove(admin, each.id, NOW)
    sweep.sweep(LATER)

    with pytest.raises(NotFound):
        invitations.accept(given, PASSWORD, LATER)
    assert len(letters()) == 1
    assert not account()["Enabled"]


def test_a_link_still_opens_nothing_when_only_the_member_was_removed(admin: Actor) -> None:
    """The writes of a removal may be cut off between the member's row and the links."""
    member, given = invited(admin)
    membership.remove(admin, member.id, NOW)

    for attempt in (
        lambda: invitations.offer(links.resolve("invitation", given, NOW)),
        lambda: invitations.accept(given, PASSWORD, NOW),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_a_removed_member_is_answered_like_nobody_and_may_be_invited_again(admin: Actor) -> None:
    member, given = invited(admin)
    invitations.accept(given, PASSWORD, NOW)
    invitations.remove(admin, member.id, NOW)
    invitations.remove(admin, member.id, NOW)

    with pytest.raises(Unauthenticated) as gone:
        team.member(member.subject)
    with pytest.raises(Unauthenticated) as nobody:
        team.member("sub-of-nobody")
    assert gone.value.message == nobody.value.message

    back, given = invited(admin)
    assert back.id == member.id
    assert account()["Enabled"]
    assert invitations.accept(given, PASSWORD, NOW).state == MemberState.active
    assert told().count("member_removed") == 1


def test_who_is_a_member_already_is_not_invited(admin: Actor) -> None:
    _, given = invited(admin)
    invitations.accept(given, PASSWORD, NOW)

    with pytest.raises(Conflict):
        invitations.invite(admin, EWEN.model_copy(update={"email": EWEN.email.upper().lower()}), NOW)


def test_an_account_of_another_workspace_is_not_taken_from_it(admin: Actor) -> None:
    team.found_workspace("ecluse", "Écluse", "x@ecluse.example")
    subject = directory.ensure_user(EWEN.email, EWEN.name)
    theirs = team.add_member("ecluse", subject=subject, name="Ewen", email=EWEN.email, role=Role.admin)

    with pytest.raises(Conflict) as refused:
        invitations.invite(admin, EWEN, NOW)

    assert team.member(subject) == theirs
    assert "member_id" not in refused.value.details


def test_there_is_always_an_administrator(admin: Actor) -> None:
    second = invitations.invite(admin, EWEN.model_copy(update={"role": Role.admin}), NOW)

    acts: list[Callable[[], object]] = [
        lambda: membership.change_role(admin, admin.id, Role.reader, NOW),
        lambda: invitations.remove(admin, admin.id, NOW),
    ]
    for act in acts:
        with pytest.raises(Conflict):  # who was only invited does not count
            act()
    join("other", Role.admin)
    assert membership.change_role(admin, admin.id, Role.reader, NOW).role == Role.reader
    assert invitations.remove(admin, second.id, NOW).state == MemberState.removed


def test_two_administrators_who_demote_each_other_at_once_do_not_both_succeed(admin: Actor, faults: Faults) -> None:
    other = join("other", Role.admin).actor()
    lost = False
    for number in itertools.count():
        for who in (admin, other):
            reset(who)
        outcomes = list[str]()
        with faults.meanwhile(number, lambda outcomes=outcomes: outcomes.append(demote(other, admin))):  # type: ignore[misc]
            outcomes.append(demote(admin, other))

        left = [m for m in store.members(WORKSPACE) if m.role == Role.admin]
        assert len(left) >= 1, number
        lost = lost or "refused" in outcomes
        if not faults.fired:
            break
    assert lost


def demote(actor: Actor, whom: Actor) -> str:
    try:
        membership.change_role(actor, whom.id, Role.reader, NOW)
    except Conflict:
        return "refused"
    return "done"


def reset(who: Actor) -> None:
    row = membership.load(WORKSPACE, who.id)
    transaction = Transaction()
    membership.write(transaction, row, row.read().model_copy(update={"role": Role.admin}))
    transaction.commit()


@pytest.mark.parametrize("role", [Role.recruiter, Role.manager, Role.reader])
def test_only_administrators_change_who_belongs(admin: Actor, role: Role) -> None:
    me = join("me", role).actor()
    acts: list[Callable[[], object]] = [
        lambda: invitations.invite(me, EWEN, NOW),
        lambda: invitations.send_again(me, admin.id, NOW),
        lambda: invitations.remove(me, admin.id, NOW),
        lambda: membership.change_role(me, me.id, Role.admin, NOW),
    ]

    for act in acts:
        with pytest.raises(Forbidden):
            act()


@pytest.mark.parametrize("fault", FAULTS)
def test_an_invitation_is_whole_whatever_call_fails_once_it_is_repeated(
    admin: Actor, faults: Faults, fault: str
) -> None:
    for number in itertools.count():
        wanted = EWEN.model_copy(update={"email": f"e{number}@halage.example"})
        with faults.at(number, fault):
            invite_or_fail(admin, wanted)
        before = len(letters())
        member = invitations.invite(admin, wanted, NOW)
        sweep.sweep(NOW)

        given = token(letters()[-1])
        assert len(letters()) <= before + 1
        assert invitations.accept(given, PASSWORD, NOW).id == member.id
        if not faults.fired:
            assert number >= 4
            break


def invite_or_fail(admin: Actor, wanted: Invitation) -> None:
    try:
        invitations.invite(admin, wanted, NOW)
    except Exception:  # noqa: BLE001 - any fault at all; what matters is the state after it
        return


def test_the_function_that_sets_passwords_trusts_the_token_only(admin: Actor) -> None:
    member = invitations.invite(admin, EWEN, utc_now())
    sweep.sweep(utc_now())
    given = token(letters()[-1])

    wrong = invoke("SetPasswordFunction", {"token": "A" * 22, "password": PASSWORD})
    weak = invoke("SetPasswordFunction", {"token": given, "password": "weak"})
    done = invoke("SetPasswordFunction", {"token": given, "password": PASSWORD})

    assert (wrong["refused"]["code"], weak["refused"]["code"]) == ("NotFound", "Invalid")
    assert done == {"email": EWEN.email}
    assert team.member(member.subject).state == MemberState.active


def test_our_rules_for_passwords_are_those_of_the_pool() -> None:
    from tests.contract import stack

    policy = stack.resources("AWS::Cognito::UserPool")["Pool"]["Policies"]["PasswordPolicy"]

    assert policy["MinimumLength"] == invitations.LEAST
    assert (policy["RequireLowercase"], policy["RequireNumbers"]) == (True, True)
    assert not policy["RequireUppercase"]
    assert not policy["RequireSymbols"]
