"""The API: who may what, what is refused and how, versions, repeated requests, cursors."""

from collections.abc import Iterator

import boto3
import pytest
from tests import truth
from tests.api import OTHER, Answer, ask, routes
from tests.conftest import ENVIRONMENT
from tests.every_route import HELD_UP, INTERVIEWS, QUERY, ROUTES, SHORTLISTS, do, sent
from tests.factories import NOW, WORKSPACE, actor
from tests.world import World, two_workspaces

from vivier.kernel.actor import Role
from vivier.kernel.ids import new_id

ROLES = [r.value for r in Role]
NOBODY = new_id("can", NOW)


@pytest.fixture(scope="module", autouse=True)
def api() -> Iterator[None]:
    """One cloud for the whole file: each test makes the people that it changes."""
    with two_workspaces():
        yield


@pytest.fixture(autouse=True)
def empty(api: None) -> None:
    truth.clear()
    truth.clear(OTHER)


def test_every_route_has_its_line_here() -> None:
    from vivier_packager.api_documents import application

    there = {(m, path) for path, methods in application().routes.items() for m in methods}

    assert there - {("GET", "/health")} == ROUTES.keys()
    assert len(routes()) == len({path for _, path in there})


@pytest.mark.parametrize("role", ROLES)
def test_each_role_does_what_it_may_and_nothing_else(role: str) -> None:
    me, world = actor(Role(role)), World(WORKSPACE, role)
    wrong = []
    for method, resource in ROUTES:
        permission, _ = ROUTES[method, resource]
        answer = do(world, method, resource, role=role)

        right = (200, 201, 202) if permission is None or me.may(permission) else (403,)
        if (method, resource) in HELD_UP and right != (403,):
            right = (HELD_UP[method, resource],)
        if answer.status not in right and not (resource == "/demo" and answer.status == 404):
            wrong.append((method, resource, answer.status, answer.body))
    assert wrong == []
    truth.check()


def test_another_workspaces_things_are_not_there() -> None:
    theirs = World(OTHER)
    World(WORKSPACE)
    before = truth.people(OTHER)
    wrong = []
    for method, resource in ROUTES:
        if "_id}" not in resource and "{mail}" not in resource:
            continue
        target = theirs.path(resource, method) + (QUERY.get(resource, "") if method == "GET" else "")
        answer = ask(method, target, sent(theirs, method, resource), role="admin", headers={"If-Match": '"1"'})
        # Nobody suggested that pair: the same answer as for two people who do not exist.
        if answer.status != (409 if resource.endswith(("/different", "/maybe-same")) else 404):
            wrong.append((method, resource, answer.status, answer.body))

    assert wrong == []
    assert truth.people(OTHER) == before


def test_nobody_merges_in_a_person_of_another_workspace() -> None:
    ours, theirs = World(WORKSPACE), World(OTHER)

    for act in ("merge", "unmerge", "different", "maybe-same"):
        answer = ask("POST", f"/candidates/{ours.candidate}/{act}", {"other_id": theirs.candidate})
        assert answer.status in (404, 409), act


def test_lists_hold_ones_own_workspace_only() -> None:
    World(OTHER)

    assert ask("GET", "/candidates").body["candidates"] == []
    assert ask("GET", "/candidates?q=maelys").body["candidates"] == []
    assert ask("GET", "/candidates?q=a@courrier.example").body["candidates"] == []
    assert ask("GET", "/counts").body["people"] == 0
    assert ask("GET", "/uploads?batch=batch-1").body["uploads"] == []
    for kind in ("failed", "doubtful", "duplicate", "update", "mail", "received"):
        assert ask("GET", f"/review?kind={kind}").body["items"] == []


def test_every_refusal_has_one_shape() -> None:
    for answer in (
        ask("GET", f"/candidates/{NOBODY}"),
        ask("GET", "/candidates/nobody"),
        ask("POST", "/candidates", {}),
        ask("POST", "/candidates", raw="{"),
        ask("GET", "/counts", role="manager"),
        ask("GET", "/candidates?cursor=x"),
    ):
        assert answer.body.keys() == {"Code", "Message", "Details"}
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["nobody", "can_", "CAN_" + "0" * 26, "can_" + "U" * 26, "can_%00", "..%2F..", "%F0%9F%9B%B6"]
)
def test_what_is_no_id_is_not_there(path: str) -> None:
    assert ask("GET", f"/candidates/{path}").status == 404
    assert ask("GET", f"/uploads/{path}").status == 404


@pytest.mark.parametrize(
    "raw",
    ["{", "nul", "", "[", "[" * 100_000, b"\xff\xfe", '"text"', "[]", "null", "1", '{"a": NaN}', '{"\\ud800": 1}'],
)
def test_a_body_that_is_no_object_is_refused(raw: str | bytes) -> None:
    for path in ("/candidates", "/notes/check", "/uploads"):
        assert ask("POST", path, raw=raw).status in (400, 422)


def test_a_body_too_large_is_refused() -> None:
    assert ask("POST", "/notes/check", raw='{"text": "' + "x" * 1_000_001 + '"}').status == 413


def test_unknown_fields_are_refused_by_name() -> None:
    answer = ask("POST", "/candidates", {"name": "A B", "relation": "applied", "birth_date": "1990"})

    assert answer.status == 422
    assert answer.body["Details"]["errors"][0]["field"] == "birth_date"
    assert ask("GET", "/candidates?shoe_size=42").status == 422
    assert ask("GET", "/candidates?tag=a&tag=b").status == 422
    assert ask("GET", "/candidates?=a&=b").status == 422
    assert ask("PATCH", "/me", {"role": "admin"}).status == 422


@pytest.mark.parametrize("text", ["\ud800", "a\ud800b"])
def test_half_a_character_is_refused(text: str) -> None:
    assert ask("POST", "/candidates", {"name": text, "relation": "applied"}).status in (400, 422)


def test_an_edit_needs_the_version_it_was_made_on() -> None:
    world = World(WORKSPACE)
    where = f"/candidates/{world.candidate}"
    opened = ask("GET", where)
    etag = opened.headers["etag"]

    assert etag == f'"{opened.body["candidate"]["version"]}"'
    assert ask("PATCH", where, {"headline": "a"}).status == 428
    assert ask("PATCH", where, {"headline": "a"}, headers={"If-Match": "7"}).status == 400
    assert ask("PATCH", where, {"headline": "a"}, headers={"If-Match": '"999"'}).status == 412
    first = ask("PATCH", where, {"headline": "a"}, headers={"If-Match": etag})
    second = ask("PATCH", where, {"headline": "b"}, headers={"If-Match": etag})
    assert (first.status, second.status) == (200, 412)
    assert second.body["Details"]["fields"] == ["headline"]
    assert ask("PATCH", where, {"headline": "b"}, headers={"If-Match": first.headers["etag"]}).status == 200


def test_a_template_needs_the_version_it_was_made_on() -> None:
    text = {"subject": "Merci", "body": "{{ greeting }}"}
    where = "/templates/acknowledgement/en"

    assert ask("PUT", where, text).status == 428
    saved = ask("PUT", where, text, headers={"If-Match": '"0"'})
    assert (saved.status, saved.headers["etag"]) == (200, '"1"')
    assert ask("PUT", where, text, headers={"If-Match": '"0"'}).status == 412
    assert ask("PUT", where, text | {"body": "{{ nobody }}"}, headers={"If-Match": '"1"'}).status == 422
    assert ask("PUT", "/templates/nobody/en", text, headers={"If-Match": '"0"'}).status == 404


def test_a_repeated_request_gets_the_first_answer_and_acts_once() -> None:
    person = {"name": "Anna Roch", "email": "anna@x.example", "relation": "applied"}
    key = {"Idempotency-Key": "one"}

    first = ask("POST", "/candidates", person, headers=key)
    again = ask("POST", "/candidates", person, headers=key)
    others = ask("POST", "/candidates", person | {"name": "Anna R."}, headers=key)
    another_member = ask("POST", "/candidates", person, headers=key, role="admin")

    assert first.status == 201
    assert (again.status, again.body, again.headers["etag"]) == (201, first.body, first.headers["etag"])
    assert (others.status, others.body["Code"]) == (409, "IdempotencyMismatch")
    assert (another_member.status, another_member.body["Code"]) == (409, "AlreadyKnown")
    assert len(truth.people()) == 1
    truth.check()


@pytest.mark.parametrize("where", ["/mails/test", "/candidates/{candidate_id}/notes", SHORTLISTS, INTERVIEWS])
def test_what_a_function_made_that_died_before_it_answered_is_the_answer_under_its_key(where: str) -> None:
    world = World(WORKSPACE)
    body, key = ROUTES["POST", where][1], {"Idempotency-Key": "one"}
    body = body(world) if callable(body) else body

    first = ask("POST", world.path(where), body, headers=key)
    _forget_answers()
    again = ask("POST", world.path(where), body, headers=key)
    _forget_answers()
    anew = ask("POST", world.path(where), body, headers={"Idempotency-Key": "two"})

    assert {first.status, again.status, anew.status} <= {201, 202}
    assert _made(again) == _made(first) != _made(anew)


def _made(answer: Answer) -> str:
    told = answer.body.get("interview", answer.body)
    return str(told.get("id") or told["message_key"])


def _forget_answers() -> None:
    """A key whose first asking was never answered is given back when that function's time is over."""
    table = boto3.resource("dynamodb").Table(ENVIRONMENT["TABLE"])
    for row in table.scan()["Items"]:
        if "#ONCE#" in str(row["pk"]):
            table.delete_item(Key={"pk": row["pk"], "sk": row["sk"]})


def test_a_link_that_is_shown_once_is_not_kept_for_a_repeated_request() -> None:
    world = World(WORKSPACE)
    where = world.path(SHORTLISTS + "/{shortlist_id}/link")

    links = [ask("POST", where, headers={"Idempotency-Key": "three"}).body["url"] for _ in range(2)]

    rows = str(boto3.client("dynamodb").scan(TableName=ENVIRONMENT["TABLE"])["Items"])
    assert links[0] != links[1]
    assert [link for link in links if link.partition("#")[2] in rows] == []


def test_a_refused_request_may_be_repeated_under_its_key() -> None:
    key = {"Idempotency-Key": "two"}
    wrong = ask("POST", "/candidates", {"name": "Anna", "email": "no", "relation": "found"}, headers=key)
    right = ask("POST", "/candidates", {"name": "Anna", "email": "a@x.example", "relation": "found"}, headers=key)

    assert (wrong.status, right.status) == (422, 201)
    assert ask("POST", "/notes/check", {"text": "a"}, headers={"Idempotency-Key": "x" * 129}).status == 400


def test_a_list_is_walked_by_its_cursor_each_person_once() -> None:
    for n in range(7):
        assert ask("POST", "/candidates", {"name": f"Anna Roch{n}", "relation": "found"}).status == 201
    seen, cursor = [], ""
    while True:
        page = ask("GET", f"/candidates?limit=3{cursor}").body
        seen += [c["id"] for c in page["candidates"]]
        if not page["cursor"]:
            break
        cursor = f"&cursor={page['cursor']}"

    assert len(seen) == len(set(seen)) == 7
    assert seen == sorted(seen, reverse=True)


def test_a_member_keeps_a_readable_self_whatever_they_set() -> None:
    for wish in (
        {"language": "fr"},
        {"language": None, "timezone": None, "drop_default": None},
        {"drop_default": "found"},
        {"timezone": ""},
        {},
    ):
        ask("PATCH", "/me", wish, role="reader")

    me = ask("GET", "/me", role="reader")
    assert me.status == 200
    assert me.body["member"]["language"] == "fr"
    assert me.body["member"]["timezone"] == "Europe/Paris"
    assert me.body["member"]["drop_default"] == "found"
    assert ask("PATCH", "/me", {"timezone": "Mars/Olympus"}).status == 422


def test_more_than_a_transaction_holds_is_refused_in_words() -> None:
    world = World(WORKSPACE)
    where = f"/candidates/{world.candidate}"
    etag = ask("GET", where).headers["etag"]
    tags = [f"tag {n}" for n in range(50)]

    assert ask("PATCH", where, {"tags": tags}, headers={"If-Match": etag}).status == 422
    assert ask("PATCH", where, {"tags": tags[:25]}, headers={"If-Match": etag}).status == 200
    truth.check()


def test_a_person_added_by_hand_is_answered_though_nobody_can_be_woken() -> None:
    added = ask("POST", "/candidates", {"name": "Anna", "email": "a@x.example", "relation": "applied"})

    assert added.status == 201
    assert added.body["application"]["message"]
    truth.check()
