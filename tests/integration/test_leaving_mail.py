"""How people end mail that they did not ask for; what bounces and complaints do to them, and to everybody's mail."""

import json
from collections.abc import Callable
from datetime import timedelta
from itertools import permutations
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from tests import sequences, truth
from tests.contract.entries import CONTEXT, entry, request
from tests.factories import NOW, WORKSPACE, actor, arrive, colleague
from tests.sent import raw_mails
from tests.unasked import found, message, queue, rule, token_in

from vivier.casework import merging, unasked
from vivier.casework.unasked import Permitting
from vivier.kernel.actor import Role
from vivier.kernel.errors import Forbidden, NotFound
from vivier.mail import outbox
from vivier.mail.deliverability import health, steering, store, suppression
from vivier.mail.deliverability.model import Tallies, Why
from vivier.mail.deliverability.steering import AskedAddress, Because, DecidedAddress
from vivier.mail.model import State
from vivier.people import service
from vivier.people import store as people
from vivier.people.unasked import Unsolicited
from vivier.storage.table import query
from vivier.storage.transaction import Transaction
from vivier.team import notifications
from vivier.team.audit import AuditItem

pytestmark = pytest.mark.usefixtures("cloud")
Sent = Callable[[], list[str]]
FORM = "application/x-www-form-urlencoded"
PARTS = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--'
WHY = Because(words="La liste est nettoyée.")
ADMIN = actor(Role.admin)


def token_of(key: str) -> str:
    assert outbox.send(WORKSPACE, key, NOW) == State.sent
    return token_in(raw_mails()[-1])


def ask(
    method: str, token: str | None, form: str | None = None, kind: str = FORM, query: dict[str, str] | None = None
) -> tuple[int, dict[str, Any], str]:
    headers = {"content-type": kind} if form is not None else None
    given = {"token": token} if token is not None else {}
    where = "/preferences/{token}" if given else "/preferences"
    event = request(method, where, query=query, headers=headers, role="admin", **given)
    event["body"] = form
    del event["requestContext"]["authorizer"]
    answer = entry("PublicFunction")(json.loads(json.dumps(event)), CONTEXT)
    return answer["statusCode"], answer["headers"], answer["body"]


def state(candidate_id: str) -> Unsolicited:
    return people.load(WORKSPACE, candidate_id).read().unsolicited


def kinds(candidate_id: str) -> list[str]:
    return [e.kind for e in reversed(service.open_candidate(actor(), candidate_id).events)]


def said(key: str, kind: str, minute: int = 1, identifier: str = "", **detail: str) -> None:
    at = NOW + timedelta(minutes=minute)
    outbox.record_ses_event(WORKSPACE, key, kind, identifier or kind, at, detail, sent_at=NOW, ses_id="ses-1")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("List-Unsubscribe=One-Click", FORM),
        (PARTS, "multipart/form-data; boundary=x"),
    ],
)
def test_one_click_unsubscribes_at_once_and_opening_the_link_does_not(sent: Sent, body: str, kind: str) -> None:
    who = found()
    token = token_of(queue(who, "seq-1"))
    waiting = queue(who, "seq-2")

    status, headers, page = ask("GET", token)
    assert (status, state(who).stops) == (200, [])
    assert "script" not in page
    assert "found1@" not in page
    assert "style-src 'sha256-" in headers["Content-Security-Policy"]

    assert [ask("POST", token, body, kind)[0] for _ in range(2)] == [200, 200]

    assert [s.why for s in state(who).stops] == ["unsubscribed"]
    assert kinds(who).count("unsubscribed") == 1
    outbox.send(WORKSPACE, waiting, NOW)
    assert (message(waiting).state, message(waiting).reason) == (State.cancelled, Why.unsubscribed)
    truth.check()


@pytest.mark.parametrize("left", [None, 0, 12])
def test_a_link_that_lost_its_end_says_so_and_what_to_do_in_either_language(sent: Sent, left: int | None) -> None:
    who = found()
    token = None if left is None else token_of(queue(who, "seq-1"))[:left]

    french, english = (ask("GET", token, query={"in": language}) for language in ("fr", "en"))

    assert [(status, headers["Content-Type"]) for status, headers, _ in (french, english)] == [
        (404, "text/html; charset=utf-8")
    ] * 2
    assert "<h1>Ce lien est incomplet</h1>" in french[2]
    assert "<h1>This link is incomplete</h1>" in english[2]
    assert '<a href="?in=en" lang="en">' in french[2]
    assert "<h1>This link does not work, or not any more</h1>" in ask("GET", "x" * 22, query={"in": "en"})[2]


@pytest.mark.parametrize("token", [None, "cut", "x" * 22, "whole"])
def test_who_asks_for_the_head_of_a_page_gets_that_of_the_page_and_nothing_happens(
    sent: Sent, token: str | None
) -> None:
    who = found()
    asked = token_of(queue(who, "seq-1")) if token == "whole" else token
    before = people.load(WORKSPACE, who).read()

    head, whole = ask("HEAD", asked), ask("GET", asked)

    assert (head[0], head[2]) == (whole[0], "")
    assert {**head[1], "X-Amzn-Trace-Id": ""} == {**whole[1], "X-Amzn-Trace-Id": ""}
    assert whole[2].startswith("<!doctype html>")
    assert people.load(WORKSPACE, who).read() == before


def test_unsubscribing_ends_the_sequences_of_a_person(sent: Sent) -> None:
    who = found()
    token = token_of(queue(who, "seq-1"))
    clock = sequences.enrolled(sequences.published(None, sequences.mail_step()), who)

    ask("POST", token, "List-Unsubscribe=One-Click")

    after = clock.of(who)
    assert (after.state, after.reason) == ("stopped", "unsubscribed")
    sequences.check()


def test_the_address_stays_on_the_list_when_the_record_is_another(sent: Sent) -> None:
    who = found(1, "une.seule@courrier.example")
    ask("POST", token_of(queue(who, "seq-1")), "List-Unsubscribe=One-Click")
    row = people.load(WORKSPACE, who)
    transaction = Transaction()
    fields = row.read().fields.model_copy(update={"emails": []})
    people.write(transaction, WORKSPACE, row, row.read().model_copy(update={"fields": fields}))
    transaction.commit()

    other = found(2, "Une.Seule@courrier.example")
    outbox.send(WORKSPACE, queue(other, "seq-2"), NOW)

    assert (message("seq-2").state, message("seq-2").reason) == (State.cancelled, Why.suppressed)


def test_a_pause_makes_mail_wait_and_coming_back_lets_it_go(sent: Sent) -> None:
    rule(mails=5)
    who = found()
    token = token_of(queue(who, "seq-1"))

    assert ask("POST", token, "act=quiet&days=90&in=en")[1]["Location"].endswith(f"{token}?in=en")
    outbox.send(WORKSPACE, queue(who, "seq-2"), NOW)

    assert message("seq-2").reason == Why.person_paused
    assert message("seq-2").due_at > NOW + timedelta(days=80)
    ask("POST", token, "act=leave")
    ask("POST", token, "act=back")
    ask("POST", token, "act=speak&language=en")
    outbox.send(WORKSPACE, queue(who, "seq-3"), NOW)
    assert message("seq-3").state == State.sent
    assert people.load(WORKSPACE, who).read().language == "en"
    told = {"unsolicited_paused", "unsubscribed", "unsolicited_resumed", "language_chosen"}
    assert told <= set(kinds(who))
    truth.check()


def test_who_chooses_a_language_is_told_so_and_whom_to_write_to_about_their_rights(sent: Sent) -> None:
    token = token_of(queue(found(), "seq-1"))

    status, headers, _ = ask("POST", token, "act=speak&language=fr&in=en")
    asked = dict(parse_qsl(urlsplit(headers["Location"]).query))
    _, _, page = ask("GET", token, query=asked)

    assert (status, asked["in"]) == (303, "en")
    assert "Noted: we write to you in French." in page
    assert "Noted: we write" not in ask("GET", token)[2]
    assert 'href="mailto:' in page


@pytest.mark.parametrize("form", ["act=quiet&days=1", "act=quiet", "act=speak&language=xx", "act=erase"])
def test_what_is_no_choice_changes_nothing_and_the_page_says_so_with_those_there_are(sent: Sent, form: str) -> None:
    who = found()
    token = token_of(queue(who, "seq-1"))

    status, _, page = ask("POST", token, f"{form}&in=en")

    assert (status, state(who)) == (422, Unsolicited())
    assert "There is no such choice, and nothing has changed." in page
    assert 'value="leave"' in page


def test_a_link_that_opens_nothing_says_so_whoever_asks() -> None:
    for token in ("x", "a" * 22):
        status, _, page = ask("GET", token)
        assert status == 404
        assert "<h1>" in page
        assert ask("POST", token, "List-Unsubscribe=One-Click")[0] == 404


def test_a_colleague_notes_a_stop_and_permits_again_with_a_reason(sent: Sent) -> None:
    who = found()
    unasked.note_stop(actor(), who, NOW)
    unasked.note_stop(actor(), who, NOW)
    outbox.send(WORKSPACE, queue(who, "seq-1"), NOW)
    assert message("seq-1").reason == Why.told_us
    assert suppression.look_up(WORKSPACE, "found1@courrier.example")

    unasked.permit(actor(), who, Permitting(reason="Elle a rappelé."), NOW)
    outbox.send(WORKSPACE, queue(who, "seq-2"), NOW)

    assert message("seq-2").state == State.sent
    assert kinds(who)[:1] == ["unsolicited_stopped"]
    with pytest.raises(Forbidden):
        unasked.permit(actor(Role.reader), who, Permitting(reason="Pour voir."), NOW)


@pytest.mark.parametrize(
    ("kind", "detail", "reasons"),
    [
        ("Complaint", {"type": "abuse"}, ["complained"]),
        ("Bounce", {"type": "Permanent", "subtype": "General"}, ["bounced"]),
        ("Bounce", {"type": "Transient", "subtype": "MailboxFull"}, []),
    ],
)
def test_an_address_that_complained_or_is_gone_stands_on_the_list(
    sent: Sent, kind: str, detail: dict[str, Any], reasons: list[str]
) -> None:
    key = queue(found(), "seq-1")
    outbox.send(WORKSPACE, key, NOW)

    said(key, kind, **detail)

    held = suppression.look_up(WORKSPACE, "found1@courrier.example")
    assert (list(held.reasons) if held else []) == reasons


def test_a_complaint_stops_what_is_unsolicited_and_no_answer(sent: Sent) -> None:
    first = arrive().message_key or ""
    outbox.send(WORKSPACE, first, NOW)
    said(first, "Complaint", type="abuse")
    who = message(first).candidate_id or ""

    outbox.send(WORKSPACE, queue(who, "seq-1"), NOW)
    second = arrive(at=NOW + timedelta(days=2)).message_key or ""
    outbox.send(WORKSPACE, second, NOW + timedelta(days=2))

    assert message("seq-1").reason == Why.complained
    assert message(second).state == State.sent
    assert people.load(WORKSPACE, who).read().mailable


EVENTS: list[tuple[str, dict[str, str]]] = [
    ("Send", {}),
    ("Delivery", {}),
    ("Bounce", {"type": "Permanent", "subtype": "General"}),
    ("Complaint", {"type": "abuse"}),
]


def test_events_in_any_order_and_twice_leave_the_same_counts_list_and_marks(sent: Sent) -> None:
    def world(number: int, order: list[int]) -> tuple[Any, ...]:
        who = found(number, f"p{number}@courrier.example")
        key = queue(who, f"seq-{number}")
        outbox.send(WORKSPACE, key, NOW)
        before = health.recent(WORKSPACE, NOW, None)[0]
        for index in order:
            said(key, EVENTS[index][0], index, **EVENTS[index][1])
        after = health.recent(WORKSPACE, NOW, None)[0]
        held = suppression.look_up(WORKSPACE, f"p{number}@courrier.example")
        return after.plus(before, -1), held, state(who), message(key).delivery, message(key).outcomes

    rule(cap=1000)
    first = world(0, [0, 1, 2, 3])
    for number, order in enumerate([*permutations(range(4))][1::5], 1):
        assert world(number, [*order, *order]) == first

    assert first[0] == Tallies(
        delivered=1, bounced=1, complained=1, unasked_delivered=1, unasked_bounced=1, unasked_complained=1
    )
    assert first[3] == "complained"


def test_one_bounce_of_three_stops_nothing_and_five_in_a_hundred_stop_everything_unasked(sent: Sent) -> None:
    chief = colleague("Inès Roussel", Role.admin)
    rule(cap=1000)
    _took(95)
    for n in range(5):
        key = queue(found(n), f"seq-{n}")
        outbox.send(WORKSPACE, key, NOW)
        said(key, "Bounce", type="Permanent", subtype="General")
        assert (steering.see(ADMIN, NOW).pause is None) == (n < 4)

    seen = steering.see(ADMIN, NOW).pause
    assert seen
    assert (seen.why, seen.bad, seen.mails, seen.holds) == ("bounces", 5, 100, True)
    (told,) = notifications.listed(chief.actor())[0]
    assert (told.kind, told.data["why"]) == ("sending_paused", "bounces")
    outbox.send(WORKSPACE, queue(found(9), "seq-9"), NOW)
    assert message("seq-9").reason == Why.sending_paused
    answer = arrive().message_key or ""
    assert outbox.send(WORKSPACE, answer, NOW) == State.sent

    steering.resume(ADMIN, WHY, NOW)
    health.judge(WORKSPACE, NOW)
    assert outbox.send(WORKSPACE, "seq-9", message("seq-9").due_at) == State.sent
    lifted = steering.see(ADMIN, NOW)
    assert lifted.pause
    assert (lifted.pause.holds, lifted.judged.bounced) == (False, 0)


def _took(mails: int) -> None:
    """So many mails that SES took, and delivered."""
    transaction = Transaction()
    row = store.HealthItem(*store.HealthItem.key(WORKSPACE, NOW.date(), 0))
    transaction.add(row, sent=mails, delivered=mails, unasked_sent=mails, unasked_delivered=mails)
    transaction.commit()


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        (Tallies(sent=3, bounced=1), None),
        (Tallies(sent=99, bounced=50, complained=9), None),
        (Tallies(sent=100, bounced=4), None),
        (Tallies(sent=100, bounced=5), "bounces"),
        (Tallies(sent=2000, complained=1), None),
        (Tallies(sent=1000, complained=1), "complaints"),
        (Tallies(sent=5000, bounced=5, unasked_sent=100, unasked_bounced=5), "bounces"),
    ],
)
def test_rates_are_judged_over_enough_mails_and_the_unsolicited_ones_by_themselves(
    counts: Tallies, why: str | None
) -> None:
    found_it = health.verdict(counts)

    assert (found_it.why if found_it else None) == why


def test_an_address_is_looked_up_added_and_lifted_with_a_reason_and_stands_nowhere_in_clear() -> None:
    address = "plus.jamais@courrier.example"
    with pytest.raises(NotFound):
        steering.look_up(ADMIN, AskedAddress(address=address), NOW)

    steering.suppress(ADMIN, DecidedAddress(address=address, words="Demande par courrier."), NOW)

    held = steering.look_up(ADMIN, AskedAddress(address="Plus.Jamais@courrier.example"), NOW)
    assert (list(held.reasons), held.words) == (["by_hand"], "Demande par courrier.")
    assert not [row for row in truth.rows() if "jamais" in str(row.attribute_values).lower()]
    steering.release(ADMIN, DecidedAddress(address=address, words="Erreur de saisie."), NOW)
    with pytest.raises(NotFound):
        steering.look_up(ADMIN, AskedAddress(address=address), NOW)
    log = [row.read().kind for row in query(f"W#{WORKSPACE}#AUDITLOG#2026-11-24") if isinstance(row, AuditItem)]
    assert sorted(log) == [*["address_looked_up"] * 3, "address_released", "address_suppressed"]
    with pytest.raises(Forbidden):
        steering.look_up(actor(), AskedAddress(address=address), NOW)


def test_a_merge_keeps_the_stop_of_either_and_taking_it_back_gives_each_its_own() -> None:
    one, two = found(1), found(2)
    unasked.note_stop(actor(), two, NOW)

    merging.merge(actor(), one, two, NOW)
    assert [s.why for s in state(one).stops] == ["told_us"]
    merging.unmerge(actor(), one, two, NOW)

    assert (state(one).stops, [s.why for s in state(two).stops]) == ([], ["told_us"])
    truth.check()
