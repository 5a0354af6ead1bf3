"""Shortlists: shared with somebody outside, seen as people stand today, answered, ended; and what never goes out."""

from datetime import timedelta
from email import message_from_string, policy
from io import BytesIO
from typing import Any

import boto3
import pytest
from moto.ses.models import ses_backends
from PIL import Image
from tests import truth
from tests.conftest import ENVIRONMENT
from tests.factories import NOW, WORKSPACE, actor, arrive, colleague, profile
from tests.hiring import candidate_in, job, person

from vivier.casework import merging, refusals, shared_cv, shared_lists, shared_view, sharing, sweep
from vivier.casework.refusals import Refusal, Withdrawal
from vivier.casework.shared_view import SharedPage
from vivier.casework.sharing import Renewal
from vivier.casework.stored import StoredDropped, StoredPage, StoredReading
from vivier.gateways import files
from vivier.hiring import access
from vivier.hiring.model import Job
from vivier.hiring.shortlists.model import Answer, NewShortlist, Selection, Shortlist
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import Conflict, Forbidden, Invalid, NotFound, Throttled
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.mail.model import State
from vivier.people import notes, service
from vivier.people.editing import Edit
from vivier.people.model import Event
from vivier.people.service import Opened
from vivier.storage.table import query
from vivier.team import audit, links, membership
from vivier.team.notifications import listed as bell

LATER = NOW + timedelta(hours=3)
TO = {"name": "Marion Duval", "email": "Marion.Duval@cap-rivage.example", "organisation": "Cap Rivage"}
pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture
def camille() -> Actor:
    return colleague("Camille Aubry").actor()


@pytest.fixture
def opening(camille: Actor) -> Job:
    return job("Batelière ou batelier", by=camille)


def share(by: Actor, of: Job, ids: list[str], **more: Any) -> Shortlist:
    wanted = {"candidate_ids": ids, "to": TO, "message": "Voici trois profils.", **more}
    return sharing.share(by, of.id, NewShortlist.model_validate(wanted), NOW)


def letters() -> list[tuple[str, str]]:
    """Whom the mails about shortlists that left went to, and their plain texts."""
    left = ses_backends["123456789012"][ENVIRONMENT["AWS_DEFAULT_REGION"]].sent_messages
    parsed = [message_from_string(m.raw_data, policy=policy.default) for m in left]
    bodies = [(str(p["To"]), p.get_body(("plain",))) for p in parsed]
    texts = [(to, str(body.get_content())) for to, body in bodies if body]
    return [(to, text) for to, text in texts if "/p/shortlist#" in text]


def link_of(token: str, at: Any = NOW) -> links.Link:
    return links.resolve("shortlist", token, at)


def sent(by: Actor, of: Job, ids: list[str], **more: Any) -> tuple[Shortlist, str]:
    """A shortlist, with the token of the mail that its visitor got."""
    made = share(by, of, ids, **more)
    sweep.sweep(NOW)
    return made, letters()[-1][1].partition("/p/shortlist#")[2].split()[0]


def see(token: str, at: Any = NOW) -> SharedPage:
    return shared_view.see(link_of(token, at), at)


def told(candidate_id: str, kind: str) -> list[Event]:
    return [e for e in service.open_candidate(actor(), candidate_id).events if e.kind == kind]


def write(candidate_id: str, **fields: Any) -> Opened:
    """A recruiter fills the record in."""
    held = service.open_candidate(actor(), candidate_id)
    service.edit(actor(), candidate_id, held.version, Edit.model_validate(fields), NOW)
    return service.open_candidate(actor(), candidate_id)


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


HIDDEN = "never shown"


@pytest.fixture
def whole(opening: Job) -> str:
    """Somebody whose record has something in every field, and beside it what never goes out."""
    one = candidate_in(opening, "Maëlys Le Goff")
    post = {"title": "Capitaine", "employer": "Port de Brest", "start": "2019-03", "end": "present"}
    post["description"] = (
        "Écrire à maelys@legoff.example ou au 06 39 98 00 17, linkedin.com/in/mlegoff. Mme Le Goff dirige."
    )
    write(
        one,
        headline="Capitaine, Maëlys Le Goff",
        summary=HIDDEN,
        location="Brest",
        emails=["maelys@legoff.example"],
        phones=["06 39 98 00 17"],
        links=["https://www.linkedin.com/in/mlegoff"],
        skills=["Radar"],
        languages=[{"name": "Breton"}],
        experience=[post],
        education=[{"degree": "Brevet", "institution": "ENSM"}],
        tags=[HIDDEN],
    )
    notes.write(actor(), one, notes.NewNote(text=HIDDEN, job_id=opening.id), NOW)
    return one


FIELDS = {
    "headline": "Capitaine, Maëlys Le Goff",
    "experience": "Port de Brest",
    "education": "ENSM",
    "skills": "Radar",
    "languages": "Breton",
}


@pytest.mark.parametrize("field", FIELDS)
def test_each_part_is_shown_when_it_is_ticked_and_only_then(
    camille: Actor, opening: Job, whole: str, field: str
) -> None:
    shown = {}
    for ticked in (True, False):
        _, token = sent(camille, opening, [whole], showing={field: ticked})
        shown[ticked] = see(token).model_dump_json()

    assert FIELDS[field] in shown[True]
    assert FIELDS[field] not in shown[False]


def test_contacts_are_shown_only_when_ticked_in_free_text_too(camille: Actor, opening: Job, whole: str) -> None:
    contacts = ("maelys@legoff.example", "06 39 98 00 17", "mlegoff")
    _, without = sent(camille, opening, [whole])
    _, with_them = sent(camille, opening, [whole], showing={"contacts": True})

    assert [c for c in contacts if c in see(without).model_dump_json()] == []
    assert [c for c in contacts if c in see(with_them).model_dump_json()] == list(contacts)


def test_nothing_that_was_never_ticked_goes_out(camille: Actor, opening: Job, whole: str) -> None:
    everything = {"contacts": True, "cv": True}
    _, token = sent(camille, opening, [whole], showing=everything)

    shown = see(token).model_dump_json()

    for hidden in (HIDDEN, "Brest, ", whole, whole.partition("_")[2], opening.id, "referral"):
        assert hidden not in shown


def test_initials_are_all_that_is_left_of_a_name(camille: Actor, opening: Job, whole: str) -> None:
    _, token = sent(camille, opening, [whole], showing={"name": "initials"})

    (one,) = see(token).people
    shown = one.model_dump_json().casefold()
    assert one.name == "M. L. G."
    assert [word for word in ("maëlys", "goff", "legoff") if word in shown] == []


@pytest.mark.parametrize(
    "showing", [{"name": "initials", "contacts": True}, {"name": "initials", "cv": True}, {"cv": True}]
)
def test_a_showing_that_would_break_its_word_is_refused(showing: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="show"):
        Selection.model_validate({"candidate_ids": [new_id("can")], "showing": {"contacts": False} | showing})


def test_what_was_read_with_doubt_is_not_given_out(camille: Actor, opening: Job) -> None:
    from vivier.hiring import applications

    read = profile("Ewen Tanguy", "ewen@x.example", skills=("Radar",), email_confidence=0.3)
    step = arrive(read)
    one = f"can_{step.intake_id.partition('_')[2]}"
    applications.add(camille, opening.id, one, NOW)
    _, token = sent(camille, opening, [one], showing={"contacts": True})

    (shown,) = see(token).people
    assert (shown.emails, shown.skills) == ([], ["Radar"])


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


def cv(candidate_id: str, image_type: str | None = "image/png", pages: int = 2) -> None:
    """The person's document has white pages, with something prohibited in one corner of each."""
    document = service.open_candidate(actor(), candidate_id).documents[0]
    sheets = [StoredPage(number=n, width=600, height=840, image_type=image_type) for n in range(1, pages + 1)]
    corner = {"left": 0.0, "top": 0.0, "width": 0.1, "height": 0.05}
    dropped = [StoredDropped(kind="birth_date", page=n, boxes=[corner]) for n in range(1, pages + 1)]
    reading = StoredReading(pages=sheets, dropped=dropped)
    files.write(f"{document.prefix}/reading.json", reading.model_dump_json().encode(), "application/json")
    buffer = BytesIO()
    Image.new("RGB", (600, 840), "white").save(buffer, "PNG")
    for n in range(1, pages + 1):
        files.write(f"{document.prefix}/page-{n}.png", buffer.getvalue(), "image/png")


def test_a_page_of_a_cv_bears_the_visitors_name_and_hides_what_is_prohibited(camille: Actor, opening: Job) -> None:
    one = candidate_in(opening)
    cv(one)
    made, token = sent(camille, opening, [one], showing={"contacts": True, "cv": True})

    page = shared_cv.page(link_of(token), 1, 2, NOW)

    key = f"shared/{WORKSPACE}/{made.id}/{one.partition('_')[2]}-2.jpg"
    picture = Image.open(BytesIO(files.read(key)))
    dark = sum(picture.convert("L").histogram()[:250])
    assert (page.page, page.pages) == (2, 2)
    assert key in (page.image_url or "")
    assert see(token).people[0].cv
    assert dark > 600 * 840 // 50  # the mark is all over a page that was white
    corner = picture.getpixel((20, 20))
    assert isinstance(corner, tuple)
    assert sum(corner[:3]) < 150


def test_a_cv_that_is_not_shared_has_no_page(camille: Actor, opening: Job) -> None:
    one = candidate_in(opening)
    cv(one)
    _, token = sent(camille, opening, [one], showing={"contacts": True})

    with pytest.raises(NotFound):
        shared_cv.page(link_of(token), 1, 1, NOW)


def test_a_document_without_pictures_is_shown_as_its_lines_and_each_look_is_noted_once_an_hour(
    camille: Actor, opening: Job
) -> None:
    one = candidate_in(opening)
    _, token = sent(camille, opening, [one], showing={"contacts": True, "cv": True})
    for _ in range(2):
        page = shared_cv.page(link_of(token), 1, 1, NOW)

    assert (page.image_url, page.lines) == (None, ["Maëlys Kervadec"])
    seen = [row.read() for row in truth.of(audit.AuditItem) if row.read().kind == "shared_cv_seen"]
    assert [(line.actor.kind, line.data["candidate_id"]) for line in seen] == [("visitor", one)]
    with pytest.raises(NotFound):
        shared_cv.page(link_of(token), 1, 9, NOW)


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
