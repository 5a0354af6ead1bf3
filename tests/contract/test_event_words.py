"""Whatever the product tells, timelines and histories have words for it in both languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from vivier.hiring.shortlists.model import Opinion
from vivier.sequences.model import StopReason

ROOT = Path(__file__).parents[2]
VIVIER = ROOT / "layers/vivier/vivier"
WORDS = ROOT / "web/src/i18n"
SECTION = r"^  (?:event|jobevent): \{\n(.*?)^  \},"
MADE_BY = {"event": 0, "_told": 0}  # functions that make events, and where the kind stands
# Kinds that are put together from variables: each stands here with the module that does it.
COMPOSED = {
    "hiring/applications.py": (
        "application_created",
        "application_reopened",
        "application_hired",
        "application_refused",
        "application_withdrawn",
        "application_closed",
        "stage_moved",
    ),
    "casework/joining.py": ("application_set_aside", "application_brought_back"),
    "casework/enrolment_acts.py": (
        *("sequence_resumed", "sequence_step_skipped", "sequence_restarted", "sequence_version_changed"),
    ),
    "casework/enrolments.py": ("sequence_step_skipped", "sequence_finished"),
    "casework/stops.py": ("sequence_removed", "sequence_stopped", "sequence_paused"),
    "casework/stage_actions.py": ("stage_action_failed", "stage_action_stopped"),
    "hiring/interviews/service.py": (
        *("interview_proposed", "interview_booked"),
        *("interview_held", "interview_no_show", "interview_outcome_undone"),
    ),
    "mail/outbox.py": (
        *("mail_sent", "mail_unknown", "mail_refused"),
        *("mail_delivered", "mail_bounced", "mail_complained"),
    ),
}
PAUSES = (StopReason.by_hand, StopReason.reply_held, StopReason.missing, StopReason.refused)
# Told by its parts: each thing that a stage does or a visitor answers has a sentence of its own.
BY_PART = {
    "stage_action_done": [
        f"stage_action_done_{do}" for do in ("send", "task", "tag", "notify", "scorecard", "ask_missing", "sequence")
    ],
    "sequence_stopped": [f"sequence_stopped_{why}" for why in StopReason if why not in PAUSES],
    "sequence_paused": [f"sequence_paused_{why}" for why in PAUSES],
    "shortlist_feedback": [f"shortlist_{word}" for word in (*get_args(Opinion), "said", "unsaid")],
}


def _kinds() -> Iterator[str]:
    for path in sorted(VIVIER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MADE_BY and node.args:
                for kind in _constants(node.args[MADE_BY[node.func.id]]):
                    yield from BY_PART.get(kind, [kind])
    for kinds in COMPOSED.values():
        for kind in kinds:
            yield from BY_PART.get(kind, [kind])


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_kind_of_event_has_words(language: str) -> None:
    known: set[str] = set()
    for path in (WORDS / language).glob("*.ts"):
        for section in re.findall(SECTION, path.read_text(), re.MULTILINE | re.DOTALL):
            keys = re.findall(r"^    (\w+):", section, re.MULTILINE)
            known |= {*keys, *(re.sub("_(one|other|many|zero)$", "", key) for key in keys)}

    kinds = set(_kinds())

    assert len(kinds) > 30
    assert sorted(kinds - known) == []
