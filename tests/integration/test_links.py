"""Links for people without a login: what they open, for how long, and what the table knows of them."""

import hashlib
import json
from datetime import timedelta

import boto3
import pytest
from tests.conftest import ENVIRONMENT
from tests.factories import NOW, WORKSPACE

from vivier.kernel.errors import NotFound
from vivier.kernel.metering import metered
from vivier.storage.table import get
from vivier.storage.transaction import Lost, Transaction
from vivier.team import links
from vivier.team.links import LinkItem

LATER = NOW + timedelta(days=7)
pytestmark = pytest.mark.usefixtures("cloud")


def issued(purpose: str = "shortlist", subject: str = "shr_1", workspace: str = WORKSPACE) -> str:
    transaction = Transaction()
    token = links.issue(transaction, workspace, purpose, subject, NOW, LATER)
    transaction.commit()
    return token


def test_a_link_opens_what_it_was_made_for_with_one_get() -> None:
    token = issued()

    with metered() as tally:
        link = links.resolve("shortlist", token, NOW)

    assert (link.workspace, link.subject, link.expires_at) == (WORKSPACE, "shr_1", LATER)
    assert dict(tally.calls) == {"dynamodb.GetItem": 1}


def test_a_token_is_128_bits_that_stand_nowhere_in_the_table() -> None:
    tokens = {issued() for _ in range(50)}

    rows = json.dumps(boto3.client("dynamodb").scan(TableName=ENVIRONMENT["TABLE"])["Items"])
    assert len(tokens) == 50
    assert all(len(token) == 22 for token in tokens)
    assert not any(token in rows for token in tokens)


@pytest.mark.parametrize(
    "token", ["", "x", "A" * 22, "A" * 5000, "é" * 22, "A" * 21 + "\n", "../" * 7 + "a", "\ud800" * 22]
)
def test_what_was_never_issued_opens_nothing(token: str) -> None:
    issued()

    with metered() as tally, pytest.raises(NotFound):
        links.resolve("shortlist", token, NOW)

    assert tally.total == (1 if links.TOKEN.fullmatch(token) else 0)  # what cannot be one is not looked for


def test_unknown_expired_revoked_and_misused_links_are_answered_alike() -> None:
    expired, revoked, other = issued(subject="shr_1"), issued(subject="shr_2"), issued("interview")
    links.revoke(WORKSPACE, "shortlist", "shr_2")

    said = set()
    for token, at in ((expired, LATER), (revoked, NOW), (other, NOW), ("A" * 22, NOW)):
        with pytest.raises(NotFound) as refused:
            links.resolve("shortlist", token, at)
        said.add((refused.value.message, str(refused.value.details)))

    assert len(said) == 1


def test_a_link_works_until_the_moment_it_expires() -> None:
    token = issued()

    assert links.resolve("shortlist", token, LATER - timedelta(microseconds=1))


def test_revoking_ends_every_link_of_a_subject_and_no_other() -> None:
    gone = [issued() for _ in range(95)]
    kept = [issued(subject="shr_2"), issued("interview", "shr_1"), issued(workspace="ecluse")]

    assert links.revoke(WORKSPACE, "shortlist", "shr_1") == 95

    for token in gone:
        with pytest.raises(NotFound):
            links.resolve("shortlist", token, NOW)
    assert [
        links.resolve(p, t, NOW).workspace for p, t in zip(("shortlist", "interview", "shortlist"), kept, strict=True)
    ]
    assert links.revoke(WORKSPACE, "shortlist", "shr_1") == 0


def test_a_link_is_spent_once_however_many_try() -> None:
    link = links.resolve("invitation", issued("invitation", "mem_1"), NOW)
    first, second = Transaction(), Transaction()
    links.spend(first, link)
    links.spend(second, link)
    first.commit()

    with pytest.raises(Lost):
        second.commit()

    assert links.revoke(WORKSPACE, "invitation", "mem_1") == 0


def test_a_link_works_only_once_its_act_is_committed() -> None:
    token = links.issue(Transaction(), WORKSPACE, "shortlist", "shr_1", NOW, LATER)

    with pytest.raises(NotFound):
        links.resolve("shortlist", token, NOW)


def test_both_rows_go_by_themselves_after_the_end() -> None:
    issued()

    rows = boto3.client("dynamodb").scan(TableName=ENVIRONMENT["TABLE"])["Items"]
    ends = {int(row["ttl"]["N"]) for row in rows if "ttl" in row}
    assert ends == {int((LATER + timedelta(days=1)).timestamp())}


def test_a_token_whose_row_is_found_by_half_its_hash_opens_nothing_by_that_half_alone() -> None:
    token = issued()
    row = get(LinkItem, LinkItem.key(hashlib.sha256(token.encode()).hexdigest()))
    whole = row.read().hash
    row.put(row.read().model_copy(update={"hash": whole[:32] + whole[:31:-1]})).save()

    with pytest.raises(NotFound):
        links.resolve("shortlist", token, NOW)
