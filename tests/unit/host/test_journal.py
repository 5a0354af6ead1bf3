"""The journal alone: what a file that ends anywhere gives back."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vivier_local import journal
from vivier_local.journal import Journal, Write

TABLE = "arn:aws:dynamodb:eu-west-3:000000000000:table/people"


def _write(number: int, item: bool = True) -> Write:
    return Write(TABLE, f"key-{number}", "été\n", {"text": {"S": "é\n\u2028"}} if item else None)


def _last_segment(folder: Path) -> Path:
    return journal.segments(folder)[-1][1]


def test_requests_come_back_whole_and_in_order(tmp_path: Path) -> None:
    written = [[_write(0), _write(1, item=False)], [_write(2)]]
    into = Journal(tmp_path)

    for writes in written:
        into.append(writes)

    assert journal.read(tmp_path) == (written, 0)


@settings(max_examples=60)
@given(cut=st.integers(min_value=0, max_value=10_000))
def test_a_line_torn_anywhere_is_left_out_and_nothing_else(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    folder = tmp_path_factory.mktemp("journal")
    into = Journal(folder)
    written = [[_write(number), _write(number + 100)] for number in range(5)]
    for writes in written:
        into.append(writes)
    path = _last_segment(folder)
    kept = path.read_bytes()[: cut % (path.stat().st_size + 1)]

    path.write_bytes(kept)

    assert journal.read(folder) == (written[: kept.count(b"\n")], 0)


def test_a_damaged_line_in_the_middle_is_counted(tmp_path: Path) -> None:
    into = Journal(tmp_path)
    for number in range(3):
        into.append([_write(number)])
    path = _last_segment(tmp_path)
    lines = path.read_bytes().splitlines(keepends=True)

    path.write_bytes(lines[0] + lines[1].replace(b"key-1", b"key-x") + lines[2])

    assert journal.read(tmp_path) == ([[_write(0)], [_write(2)]], 1)


def test_what_a_snapshot_covers_goes_and_what_came_after_stays(tmp_path: Path) -> None:
    into = Journal(tmp_path)
    into.append([_write(0)])
    covered = into.rotate()
    into.append([_write(1)])

    into.drop_through(covered)

    assert journal.read(tmp_path).requests == [[_write(1)]]


def test_a_new_run_never_writes_into_an_old_segment(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    first.append([_write(0)])
    path = _last_segment(tmp_path)
    path.write_bytes(path.read_bytes() + b"torn")

    second = Journal(tmp_path)
    second.append([_write(1)])

    assert journal.read(tmp_path) == ([[_write(0)], [_write(1)]], 0)
