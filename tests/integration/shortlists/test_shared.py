"""Shortlists: shared with somebody outside, seen as people stand today, answered, ended."""

from datetime import timedelta

import boto3
import pytest
from tests import truth
from tests.conftest import ENVIRONMENT
from tests.factories import NOW, WORKSPACE, actor, colleague
from tests.hiring import candidate_in, job, person
from tests.shortlists import letters, link_of, see, sent, share, told

from vivier.casework import merging, refusals, shared_cv, shared_lists, shared_view, sharing, sweep
from vivier.casework.refusals import Refusal, Withdrawal
from vivier.casework.sharing import Renewal
from vivier.hiring import access
from vivier.hiring.model import Job
from vivier.hiring.shortlists.model import Answer, Selection
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Throttled
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.mail.model import State
from vivier.storage.table import query
from vivier.team import audit, links, membership
from vivier.team.notifications import listed as bell

LATER = NOW + timedelta(hours=3)
pytestmark = pytest.mark.usefixtures("cloud")


def test_a_visitor_sees_the_people_to_whom_it_was_given_by_whom_and_until_when(camille: Actor, opening: Job) -> None:
    ids = [candidate_in(opening, name) for name in ("Maëlys Kervadec", "Anselme Roudaut", "Noor Haddad")]
    _, token = sent(camille, opening, ids)

    page = see(token)

    assert [p.name for p in page.people] == ["Maëlys Kervadec", "Anselme Roudaut", "Noor Haddad"]
    assert [p.number for p in page.people] == [1, 2, 3]
    assert (page.to.name, page.to.email) == ("Marion Duval", "marion.duval@cap-rivage.example")
    assert (page.shared_by, page.message, page.gone) == ("Camille Aubry", "Voici trois profils.", 0)
    assert page.expires_at == NOW + timedelta(days=14)
    assert page.job_title.fr == "Batelière ou batelier"


def test_the_mail_says_who_writes_and_carries_a_link_that_stands_nowhere(camille: Actor, opening: Job) -> None:
    _, token = sent(camille, opening, [candidate_in(opening) for _ in range(3)])

    ((to, text),) = letters()
    rows = str(boto3.client("dynamodb").scan(TableName=ENVIRONMENT["TABLE"])["Items"])
    assert to == "marion.duval@cap-rivage.example"
    assert "Camille Aubry vous montre 3 personnes pour le poste « Batelière ou batelier »." in text
    assert "Voici trois profils." in text
    assert "jusqu’au mardi 8 décembre" in text
    assert token not in rows


def test_a_link_that_is_copied_works_and_no_mail_leaves(camille: Actor, opening: Job) -> None:
    made = share(camille, opening, [candidate_in(opening)], send=False)
    copied = sharing.copy_link(camille, opening.id, made.id, NOW)
    sweep.sweep(NOW)

    assert letters() == []
    assert len(see(copied.url.partition("#")[2]).people) == 1


def test_who_leaves_the_job_is_not_shown_any_more_and_the_others_keep_their_places(
    camille: Actor, opening: Job
) -> None:
    ids = [candidate_in(opening, f"Personne {n}") for n in range(4)]
    _, token = sent(camille, opening, ids)
    refusals.refuse(camille, opening.id, ids[0], Refusal(reason="skills"), NOW)
    refusals.withdraw(camille, opening.id, ids[2], Withdrawal(reason="pay"), NOW)

    page = see(token, LATER)

    assert ([p.number for p in page.people], page.gone) == ([2, 4], 2)
    refusals.reopen(camille, opening.id, ids[0], LATER)
    assert [p.number for p in see(token, LATER).people] == [1, 2, 4]


def test_two_records_of_one_person_are_shown_once_under_the_first(camille: Actor, opening: Job) -> None:
    first, second, other = candidate_in(opening, "Anna Roch"), candidate_in(opening, "A. Roch"), candidate_in(opening)
    _, token = sent(camille, opening, [second, first, other])
    merging.merge(camille, first, second, NOW)

    page = see(token, LATER)

    assert (page.people[0].number, page.people[0].name, page.gone) == (1, "Anna Roch", 1)
    answered = shared_view.answer(link_of(token, LATER), Answer(person=1, opinion="interested"), LATER)
    assert answered.feedback.candidate_id == second
    assert len(told(first, "shortlist_feedback")) == 1


def test_who_is_not_considered_for_the_job_cannot_be_shared(camille: Actor, opening: Job) -> None:
    there, elsewhere, refused = candidate_in(opening), person(), candidate_in(opening)
    refusals.refuse(camille, opening.id, refused, Refusal(reason="skills"), NOW)

    with pytest.raises(Invalid) as wrong:
        share(camille, opening, [there, elsewhere, refused])

    assert wrong.value.details["gone"] == [elsewhere, refused]
    assert sharing.preview(camille, opening.id, Selection(candidate_ids=[there, elsewhere])).gone == [elsewhere]
    assert shared_lists.of_job(camille, opening.id, NOW).shortlists == []


@pytest.mark.parametrize("ending", ["revoked", "expired", "removed", "misused"])
def test_a_link_that_has_ended_opens_nothing_whatever_the_reason(camille: Actor, opening: Job, ending: str) -> None:
    made, token = sent(camille, opening, [candidate_in(opening)], days=1)
    link = link_of(token)
    at = LATER
    if ending == "revoked":
        sharing.revoke(camille, opening.id, made.id, NOW)
    if ending == "expired":
        at = NOW + timedelta(days=1)
    if ending == "removed":
        admin = colleague("Zoé Chef", Role.admin).actor()
        membership.remove(admin, camille.id, NOW)
    if ending == "misused":
        link = link.model_copy(update={"subject": new_id("shr")})

    said = set()
    for act in (
        lambda: shared_view.see(link, at),
        lambda: shared_view.answer(link, Answer(person=1), at),
        lambda: shared_cv.page(link, 1, 1, at),
    ):
        with pytest.raises(NotFound) as none:
            act()
        said.add(none.value.message)
    assert len(said) == 1
    assert said.pop().startswith("This link does not work")


def test_the_link_of_another_purpose_does_not_open_a_shortlist(camille: Actor, opening: Job) -> None:
    _, token = sent(camille, opening, [candidate_in(opening)])

    with pytest.raises(NotFound):
        links.resolve("invitation", token, NOW)


def test_a_shortlist_of_another_workspace_is_not_there(camille: Actor, opening: Job) -> None:
    made, token = sent(camille, opening, [candidate_in(opening)])
    theirs = link_of(token).model_copy(update={"workspace": "ecluse"})

    with pytest.raises(NotFound):
        shared_view.see(theirs, NOW)
    with pytest.raises(NotFound):
        sharing.revoke(actor(workspace="ecluse"), opening.id, made.id, NOW)


@pytest.mark.parametrize("role", [Role.manager, Role.reader])
def test_only_recruiters_give_people_away(camille: Actor, opening: Job, role: Role) -> None:
    one = candidate_in(opening)
    made = share(camille, opening, [one])
    other = colleague("Ewen Tanguy", role).actor()

    for act in (
        lambda: share(other, opening, [one]),
        lambda: sharing.preview(other, opening.id, Selection(candidate_ids=[one])),
        lambda: sharing.copy_link(other, opening.id, made.id, NOW),
        lambda: sharing.revoke(other, opening.id, made.id, NOW),
        lambda: sharing.restore(other, opening.id, made.id, NOW),
        lambda: sharing.renew(other, opening.id, made.id, Renewal(), NOW),
        lambda: shared_lists.of_job(other, opening.id, NOW),
    ):
        with pytest.raises(Forbidden):
            act()


def test_a_shortlist_is_reached_through_its_own_job_only(camille: Actor, opening: Job) -> None:
    made = share(camille, opening, [candidate_in(opening)])
    other = job("Écluse", by=camille)

    with pytest.raises(NotFound):
        sharing.revoke(camille, other.id, made.id, NOW)


def test_a_revocation_is_undone_at_once_and_the_same_link_opens_again(camille: Actor, opening: Job) -> None:
    made, token = sent(camille, opening, [candidate_in(opening)])
    for _ in range(2):
        sharing.revoke(camille, opening.id, made.id, NOW)
    for _ in range(2):
        sharing.restore(camille, opening.id, made.id, NOW + timedelta(minutes=1))

    assert len(see(token).people) == 1
    sharing.revoke(camille, opening.id, made.id, NOW)
    with pytest.raises(Conflict):
        sharing.restore(camille, opening.id, made.id, LATER)


def test_a_mail_that_waits_does_not_leave_once_its_shortlist_is_revoked(camille: Actor, opening: Job) -> None:
    made = share(camille, opening, [candidate_in(opening)])
    sharing.revoke(camille, opening.id, made.id, NOW)
    sweep.sweep(LATER)

    assert letters() == []


def test_renewing_ends_the_links_before_and_sends_another(camille: Actor, opening: Job) -> None:
    made, first = sent(camille, opening, [candidate_in(opening)], days=1)
    noe = colleague("Noé Riou").actor()
    renewed = sharing.renew(noe, opening.id, made.id, Renewal(days=30), LATER)
    sweep.sweep(LATER)
    second = letters()[-1][1].partition("/p/shortlist#")[2].split()[0]

    with pytest.raises(NotFound):
        see(first, LATER)
    assert see(second, NOW + timedelta(days=20)).shared_by == "Noé Riou"
    assert renewed.expires_at == LATER + timedelta(days=30)


def test_what_has_ended_gives_no_link(camille: Actor, opening: Job) -> None:
    made = share(camille, opening, [candidate_in(opening)], days=1)

    with pytest.raises(Conflict):
        sharing.copy_link(camille, opening.id, made.id, NOW + timedelta(days=2))


def test_every_opening_is_in_the_audit_and_the_timelines_say_so_once_an_hour(camille: Actor, opening: Job) -> None:
    one = candidate_in(opening)
    _, token = sent(camille, opening, [one])
    for minutes in (0, 10, 20, 70):
        see(token, NOW + timedelta(minutes=minutes))  # at half past nine

    seen = [row.read() for row in truth.of(audit.AuditItem) if row.read().kind == "shortlist_opened"]
    assert [line.actor.kind for line in seen] == ["visitor"] * 4
    assert {line.actor.name for line in seen} == {"Marion Duval"}
    assert len(told(one, "shortlist_opened")) == 2
    (shared,) = told(one, "shortlist_shared")
    assert (shared.data["to"], shared.data["organisation"]) == ("Marion Duval", "Cap Rivage")
    (listed,) = shared_lists.of_job(camille, opening.id, NOW).shortlists
    assert (listed.opened, listed.last_opened) == (4, NOW + timedelta(minutes=70))


def test_an_answer_is_the_visitors_word_on_the_timeline_and_in_the_bell(camille: Actor, opening: Job) -> None:
    ids = [candidate_in(opening, name) for name in ("Maëlys Kervadec", "Anselme Roudaut")]
    _, token = sent(camille, opening, ids)
    words = Answer(person=2, opinion="interested", remark="Disponible quand ?")
    for _ in range(2):
        shared_view.answer(link_of(token), words, LATER)

    (event,) = told(ids[1], "shortlist_feedback")
    assert (event.actor.kind, event.actor.name) == ("visitor", "Marion Duval")
    assert (event.data["opinion"], event.data["remark"]) == ("interested", "Disponible quand ?")
    assert told(ids[0], "shortlist_feedback") == []
    (note,) = bell(camille)[0]
    assert (note.kind, note.candidate_id, note.by_name) == ("shortlist_feedback", ids[1], "Marion Duval")
    page = see(token, LATER)
    assert [(p.opinion, p.remark) for p in page.people] == [(None, ""), ("interested", "Disponible quand ?")]


def test_a_remark_is_warned_of_what_the_law_forbids_and_kept_knowingly(camille: Actor, opening: Job) -> None:
    one = candidate_in(opening)
    _, token = sent(camille, opening, [one])
    words = {"person": 1, "remark": "Trop vieille, elle a 58 ans."}

    with pytest.raises(Invalid) as wrong:
        shared_view.answer(link_of(token), Answer.model_validate(words), NOW)
    assert wrong.value.details["warnings"]
    assert told(one, "shortlist_feedback") == []

    shared_view.answer(link_of(token), Answer.model_validate(words | {"override": True}), NOW)
    assert told(one, "shortlist_feedback")[0].data["overridden"] == wrong.value.details["warnings"]


def test_a_message_is_warned_of_too(camille: Actor, opening: Job) -> None:
    with pytest.raises(Invalid) as wrong:
        share(camille, opening, [candidate_in(opening)], message="Elle est enceinte.")

    assert wrong.value.details["errors"][0]["field"] == "message"


def test_nobody_is_answered_about_without_end(camille: Actor, opening: Job) -> None:
    _, token = sent(camille, opening, [candidate_in(opening)])
    for n in range(20):
        shared_view.answer(link_of(token), Answer(person=1, remark=f"Mot {n}"), NOW)

    with pytest.raises(Throttled):
        shared_view.answer(link_of(token), Answer(person=1, remark="Encore"), NOW)


@pytest.mark.parametrize("number", [0, 2, 40])
def test_nobody_beyond_the_list_is_there(camille: Actor, opening: Job, number: int) -> None:
    _, token = sent(camille, opening, [candidate_in(opening)])

    with pytest.raises(NotFound):
        shared_view.one(shared_view.open_link(link_of(token), NOW), number)


def test_the_list_says_how_each_stands_and_what_became_of_its_mail(camille: Actor, opening: Job) -> None:
    one = candidate_in(opening, "Maëlys Kervadec")
    first, token = sent(camille, opening, [one])
    shared_view.answer(link_of(token), Answer(person=1, opinion="not_interested"), NOW)
    second = share(camille, opening, [one], send=False, days=1)
    third = share(camille, opening, [one])
    sharing.revoke(camille, opening.id, third.id, NOW)

    with metered() as tally:
        found = shared_lists.of_job(camille, opening.id, NOW + timedelta(days=2))

    assert {s.shortlist.id: (s.standing, s.mail) for s in found.shortlists} == {
        first.id: ("open", State.sent),
        second.id: ("expired", None),
        third.id: ("revoked", None),
    }
    assert [f.opinion for s in found.shortlists for f in s.feedback] == ["not_interested"]
    assert found.people == {one: "Maëlys Kervadec"}
    assert dict(tally.calls) == {"dynamodb.GetItem": 1, "dynamodb.Query": 1, "dynamodb.BatchGetItem": 3}


def test_looking_costs_a_few_calls_however_many_are_shown(camille: Actor, opening: Job) -> None:
    calls = []
    for number in (1, 12):
        _, token = sent(camille, opening, [candidate_in(opening) for _ in range(number)])
        with metered() as tally:
            see(token)
        calls.append(dict(tally.calls))

    expected = {"GetItem": 1, "Query": 1, "BatchGetItem": 3, "TransactWriteItems": 1}
    assert calls == [{f"dynamodb.{k}": v for k, v in expected.items()}] * 2


def test_the_job_remembers_what_was_shared_and_ended(camille: Actor, opening: Job) -> None:
    made = share(camille, opening, [candidate_in(opening)], send=False)
    sharing.copy_link(camille, opening.id, made.id, NOW)
    sharing.revoke(camille, opening.id, made.id, NOW)
    sharing.renew(camille, opening.id, made.id, Renewal(send=False), NOW)

    rows = query(f"W#{WORKSPACE}#J#{opening.id}", prefix="E#")
    kinds = [row.read().kind for row in rows]  # type: ignore[attr-defined]
    assert [k for k in kinds if k.startswith("shortlist")] == [
        "shortlist_shared",
        "shortlist_copied",
        "shortlist_revoked",
        "shortlist_renewed",
    ]


def test_hiring_managers_read_what_became_of_their_people(camille: Actor) -> None:
    manager = colleague("Priya Raman", Role.manager)
    mine = job(by=camille, team=[{"member_id": manager.id, "role": "manager"}])
    one = candidate_in(mine)
    share(camille, mine, [one])

    from vivier.casework import opening as records

    assert access.own_jobs(manager.actor()) == {mine.id}
    kinds = [e.kind for e in records.open_person(manager.actor(), one).opened.events]
    assert "shortlist_shared" in kinds
