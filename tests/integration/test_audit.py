"""The audit: what members saw, changed and took out, once, newest first; for administrators, changed by nobody."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests import truth
from tests.factories import NOW, WORKSPACE, actor, arrive, profile

from vivier.casework import audit, by_hand
from vivier.casework.audit import AuditQuery, Line
from vivier.casework.by_hand import Typed
from vivier.hiring import jobs
from vivier.hiring.jobs import NewJob
from vivier.kernel.actor import Actor, Role
from vivier.kernel.errors import BadCursor, Forbidden, Invalid
from vivier.kernel.ids import new_id
from vivier.kernel.metering import metered
from vivier.people import notes
from vivier.people.notes import NewNote
from vivier.storage import cursor as cursors
from vivier.team import audit as log
from vivier.team.audit import AuditItem

pytestmark = pytest.mark.usefixtures("cloud")
ADMIN = actor(Role.admin, "Dominique Le Bris").model_copy(update={"id": f"mem_{'0' * 25}2"})
ME = actor()


def someone(name: str = "Maëlys Kervadec", at: datetime = NOW, by: Actor = ME) -> str:
    return by_hand.add(by, Typed(name=name, relation="found"), at).id


def read(at: datetime = NOW, **wanted: Any) -> list[Line]:
    """Every line, by its pages."""
    found: list[Line] = []
    cursor = None
    while True:
        page = audit.lines(ADMIN, AuditQuery(**wanted), at, cursor)
        found += page.lines
        cursor = page.cursor
        if cursor is None:
            return found


def kinds(**wanted: Any) -> list[str]:
    return [line.kind for line in read(**wanted)]


def test_what_a_member_does_to_a_person_or_a_job_is_a_line_without_a_write_of_its_own() -> None:
    person = someone()
    with metered() as tally:
        notes.write(ME, person, NewNote(text="Parle breton."), NOW + timedelta(minutes=1))
    job, _ = jobs.create(ADMIN, NewJob.model_validate({"title": {"fr": "Batelier"}}), NOW + timedelta(minutes=2))

    lines = read()

    assert [(line.kind, line.candidate_id, line.job_id) for line in lines] == [
        ("job_created", None, job.id),
        ("note", person, None),
        ("candidate_created", person, None),
    ]
    assert {line.actor.name for line in lines} == {"Dominique Le Bris", "Camille Aubry"}
    assert sum(n for call, n in tally.calls.items() if "Write" in call or "Put" in call) == 1


def test_the_words_of_notes_are_not_in_the_audit() -> None:
    notes.write(ME, someone(), NewNote(text="Parle breton.", visibility="me"), NOW)

    assert "breton" not in str(read())


def test_what_the_product_does_by_itself_is_no_line() -> None:
    arrive(profile())

    assert read() == []


def test_looking_is_one_put_and_one_line_an_hour_for_each_thing() -> None:
    one, other = someone("Une"), someone("Autre")
    with metered() as tally:
        for minute in range(10):
            log.seen(ME, "candidate_seen", NOW + timedelta(minutes=minute), candidate_id=one)
    assert dict(tally.calls) == {"dynamodb.PutItem": 10}
    assert tally.write_units == 10
    log.seen(ME, "candidate_seen", NOW, candidate_id=other)
    log.seen(ADMIN, "candidate_seen", NOW, candidate_id=one)
    log.seen(ME, "candidate_seen", NOW + timedelta(hours=1), candidate_id=one)

    seen = read(act="saw")
    assert sorted((line.candidate_id or "", line.actor.id or "", line.at.hour) for line in seen) == sorted(
        [
            (one, ME.id, NOW.hour),
            (one, ME.id, NOW.hour + 1),
            (one, ADMIN.id, NOW.hour),
            (other, ME.id, NOW.hour),
        ]
    )


def test_the_first_look_of_an_hour_is_the_one_that_stays() -> None:
    person = someone()
    log.seen(ME, "candidate_seen", NOW, candidate_id=person)
    log.seen(ME, "candidate_seen", NOW + timedelta(minutes=20), candidate_id=person)

    assert [line.at for line in read(act="saw")] == [NOW]


def test_filters_narrow_and_go_together() -> None:
    one, other = someone("Une"), someone("Autre", by=ADMIN)
    log.seen(ME, "candidate_seen", NOW, candidate_id=other)
    log.seen(ME, "file_taken", NOW, candidate_id=one, intake_id=new_id("int"))

    assert kinds(member_id=ADMIN.id) == ["candidate_created"]
    assert sorted(kinds(candidate_id=other)) == ["candidate_created", "candidate_seen"]
    assert kinds(candidate_id=other, member_id=ME.id) == ["candidate_seen"]
    assert kinds(act="took") == ["file_taken"]
    assert kinds(kind="candidate_created", candidate_id=one) == ["candidate_created"]
    assert kinds(candidate_id=new_id("can")) == []
    assert kinds(job_id=new_id("job")) == []


def test_days_are_utc_days_and_both_ends_count() -> None:
    late = datetime.combine(date(2026, 11, 20), datetime.max.time(), NOW.tzinfo).replace(microsecond=0)
    someone("Hier", late)
    someone("Demain", late + timedelta(seconds=1))

    assert len(kinds(since="2026-11-20", until="2026-11-20")) == 1
    assert len(kinds(since="2026-11-20", until="2026-11-21")) == 2
    assert len(kinds(since="2026-11-21")) == 1
    assert kinds(until="2026-11-19") == []
    for since, until in (("2026-11-21", "2026-11-20"), ("2024-01-01", None)):
        with pytest.raises(Invalid):
            read(since=since, until=until)


def test_a_long_log_is_walked_each_line_once_newest_first() -> None:
    person = someone()
    for hour in range(130):
        log.seen(ME, "candidate_seen", NOW - timedelta(hours=hour), candidate_id=person)

    page = audit.lines(ADMIN, AuditQuery(act="saw"), NOW)
    found = read(act="saw")

    assert (len(page.lines), page.cursor is not None) == (50, True)
    assert page.names == {person: "Maëlys Kervadec"}
    assert len({line.id for line in found}) == len(found) == 130
    assert [line.at for line in found] == sorted((line.at for line in found), reverse=True)


def test_a_page_costs_a_query_a_day_twenty_at_most_however_much_there_is() -> None:
    person = someone()
    for number in range(120):
        log.seen(ME, "file_taken", NOW, candidate_id=person, intake_id=new_id("int", NOW + timedelta(seconds=number)))

    with metered() as tally:
        page = audit.lines(ADMIN, AuditQuery(since=NOW.date()), NOW)
    assert (len(page.lines), tally.calls["dynamodb.Query"]) == (50, 1)
    with metered() as tally:
        page = audit.lines(ADMIN, AuditQuery(kind="nothing_such"), NOW)
    assert (page.lines, tally.calls["dynamodb.Query"], page.cursor is not None) == ([], 20, True)
    assert kinds(kind="nothing_such") == []
    assert len(kinds(kind="file_taken")) == 120


@pytest.mark.parametrize("role", [Role.recruiter, Role.manager, Role.reader])
def test_administrators_only(role: Role) -> None:
    with pytest.raises(Forbidden):
        audit.lines(actor(role), AuditQuery(), NOW)


@pytest.mark.parametrize("position", [["no day", ""], ["2026-01-01", ""], ["2027-01-01", ""], ["2026-11-24"], [1, 2]])
def test_a_cursor_of_something_else_is_refused(position: list[Any]) -> None:
    with pytest.raises(BadCursor):
        audit.lines(ADMIN, AuditQuery(), NOW, cursors.encode(position))


def test_another_workspaces_lines_are_not_there() -> None:
    log.seen(actor(workspace="ecluse"), "candidate_seen", NOW, candidate_id=new_id("can"))

    assert read() == []
    assert len(truth.of(AuditItem, "ecluse")) == 1
    assert truth.of(AuditItem, WORKSPACE) == []


def test_taking_the_audit_out_is_a_line_of_it_that_says_what_was_taken() -> None:
    person = someone()
    audit.exported(ADMIN, AuditQuery(candidate_id=person, kind="note"), NOW)

    (line,) = read(act="took")

    assert (line.kind, line.candidate_id, line.actor.id) == ("audit_exported", person, ADMIN.id)
    assert line.data["of_kind"] == "note"
    assert (line.data["since"], line.data["until"]) == ("2026-10-25", "2026-11-24")
    with pytest.raises(Forbidden):
        audit.exported(ME, AuditQuery(), NOW)


def test_a_page_names_the_jobs_of_its_lines() -> None:
    job, _ = jobs.create(ADMIN, NewJob.model_validate({"title": {"fr": "Batelier"}}), NOW)

    assert audit.lines(ADMIN, AuditQuery(), NOW).jobs[job.id].fr == "Batelier"
