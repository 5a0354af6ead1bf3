"""The walls around the child that opens files."""

import errno
import gc
import json
import os
import signal
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from vivier.resumes.opening import FileKind, FileRefused, Limits, RefusalReason, forkserver, open_isolated

CHILD = "tests.unit.resumes.hostile_child"
MEGABYTE = 1024 * 1024
TIGHT = Limits(memory=300 * 1024 * 1024, cpu_seconds=1, wall_seconds=4.0, answer_bytes=3_000_000)


def lines_of(text: str) -> list[str]:
    return [block["Text"] for block in open_isolated(text.encode(), "cv.txt").blocks if block["BlockType"] == "LINE"]


def refusal_of(what: str, limits: Limits = TIGHT) -> FileRefused:
    with pytest.raises(FileRefused) as refusal:
        open_isolated(b"x" * 100_000, what, limits=limits, child=CHILD)
    assert refusal.value.reason is RefusalReason.UNREADABLE
    return refusal.value


@pytest.mark.parametrize("what", ["eats memory", "dies", "talks nonsense", "answers another shape"])
def test_a_child_that_breaks_makes_the_file_unreadable(what: str) -> None:
    refusal_of(what)


def test_a_child_that_ends_before_it_has_read_the_file_leaves_no_pipe_open() -> None:
    with pytest.raises(FileRefused, match="ended with 1"):
        open_isolated(b"x" * 1_000_000, "cv", child="tests.unit.resumes.no_such_child")

    # An unclosed pipe warns when it is collected, and warnings are errors.
    gc.collect()


@pytest.mark.parametrize("megabytes", [300, Limits().memory // MEGABYTE])
def test_a_child_can_hold_no_more_memory_than_its_limit(megabytes: int) -> None:
    refusal = refusal_of("tells how much it can hold", Limits(memory=megabytes * MEGABYTE))

    # What it starts with (Python and its libraries) counts, too.
    assert megabytes - 100 < int(refusal.detail) < megabytes


def test_a_child_that_loops_is_stopped_by_its_share_of_the_processor() -> None:
    refusal = refusal_of("loops for ever", Limits(cpu_seconds=1, wall_seconds=120))

    assert "took too long" not in refusal.detail


def test_a_child_that_sleeps_is_stopped_by_the_clock() -> None:
    refusal = refusal_of("sleeps", Limits(wall_seconds=0.5))

    assert "took too long" in refusal.detail


def test_a_child_that_talks_without_end_is_cut_off() -> None:
    refusal = refusal_of("talks without end")

    assert "without end" in refusal.detail


def test_a_child_sees_no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "not for you")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "neither")

    refusal = refusal_of("tells its environment")

    assert json.loads(refusal.detail).keys() <= {"LD_LIBRARY_PATH", "LC_CTYPE"}


def test_a_child_can_write_no_file() -> None:
    # Python finds no directory that it could write a temporary file to.
    assert refusal_of("writes a file").detail == "FileNotFoundError"


def test_a_child_can_hold_few_files_open() -> None:
    assert refusal_of("opens too many files").detail == str(errno.EMFILE)


def test_a_child_can_open_no_connection() -> None:
    assert refusal_of("connects").detail == "forbidden"


def test_who_forks_children_is_started_anew_when_one_of_them_ends_it() -> None:
    refusal = refusal_of("ends who forked it")

    assert refusal.detail == "the reader was ended"
    assert lines_of("Zoé Prévost") == ["Zoé Prévost"]


def test_one_that_was_ended_while_it_had_no_file_costs_no_file() -> None:
    lines_of("Zoé Prévost")
    (idle,) = forkserver.idle()

    os.kill(idle, signal.SIGKILL)

    assert lines_of("Inès Prévost") == ["Inès Prévost"]
    assert idle not in forkserver.idle()


def test_a_fork_of_ours_starts_a_server_of_its_own() -> None:
    lines_of("Zoé Prévost")

    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        theirs = pool.submit(forkserver.idle).result()
        assert pool.submit(lines_of, "Inès Prévost").result() == ["Inès Prévost"]

    assert theirs == []
    assert lines_of("Zoé Prévost") == ["Zoé Prévost"]


def test_files_that_are_opened_at_once_come_back_to_who_asked() -> None:
    names = [f"Zoé Prévost {n}" for n in range(12)]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lines_of, names)) == [[name] for name in names]

    assert len(forkserver.idle()) <= 4


def test_what_children_took_of_the_processor_is_added_up() -> None:
    before = forkserver.spent

    refusal_of("loops for ever", Limits(cpu_seconds=1, wall_seconds=120))

    assert forkserver.spent.seconds - before.seconds > 0.5  # the kernel counts its second a little short
    assert forkserver.spent.peak_mb > 10


def test_a_harmless_file_comes_through() -> None:
    opened = open_isolated("Zoé Prévost\nSoudeuse".encode(), "cv.txt", "text/plain")

    assert opened.kind is FileKind.TXT
    assert opened.media_type == "text/plain"
    assert [block["Text"] for block in opened.blocks if block["BlockType"] == "LINE"] == ["Zoé Prévost", "Soudeuse"]
