"""What is owed to a person and until when. Pure."""

from calendar import monthrange
from datetime import datetime, timedelta

from vivier.kernel.ids import new_id
from vivier.people.model import Application, Candidate

ACKNOWLEDGE_WITHIN = timedelta(hours=24)
SAME_APPLICATION = timedelta(hours=24)  # a CV and a letter, or the same CV twice, are one application


def a_month_after(instant: datetime) -> datetime:
    """The same day of the next month, its last day when it is shorter (GDPR art. 14 (3) a)."""
    year, month = (instant.year + instant.month // 12, instant.month % 12 + 1)
    return instant.replace(year=year, month=month, day=min(instant.day, monthrange(year, month)[1]))


def applied(candidate: Candidate, now: datetime) -> Candidate:
    """The person came forward: an answer is owed. What arrives within a day belongs to the same application."""
    if candidate.application and now - candidate.application.at < SAME_APPLICATION:
        return candidate.model_copy(update={"relation": "applied"})
    application = Application(id=new_id("app", now), at=now, answer_due_at=now + ACKNOWLEDGE_WITHIN)
    # Who applies has read the notice of the form or the ad: nothing is due under article 14 any more.
    return candidate.model_copy(update={"relation": "applied", "application": application, "notice_due_at": None})


def found(candidate: Candidate, now: datetime) -> Candidate:
    """Someone else brought the person in: they must be told within a month, unless they applied or know already."""
    if candidate.relation == "applied" or candidate.informed_at or candidate.notice_due_at:
        return candidate
    return candidate.model_copy(update={"notice_due_at": a_month_after(now)})
