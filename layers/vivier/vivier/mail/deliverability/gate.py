"""The gate of unsolicited mail: go, later, or never, and why. Pure: the same for a mail that leaves now
(`decide`, asked in the claim) and for one that is planned (`foresee`, asked before people are enrolled).
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from vivier.mail.deliverability import hours
from vivier.mail.deliverability.model import Decision, Facts, Foreseen, Why, WorkspaceFacts

ASK_AGAIN = timedelta(hours=1)  # nobody knows when a pause ends
FURTHEST = 400  # moves of one mail that are followed


def decide(facts: Facts, at: datetime) -> Decision:
    """What an unsolicited mail to this person may do at an instant."""
    if never := _never(facts):
        return Decision(say="never", why=never)
    if facts.workspace.paused:
        return _later(Why.sending_paused, at + ASK_AGAIN)
    return _limits(facts, at, {})


def foresee(facts: Facts, at: datetime, planned: Mapping[date, int] | None = None) -> Foreseen:
    """When a mail that is due at an instant would leave.

    `planned`: mails that the same plan sends to others, by `Foreseen.day`; those to the same person stand in
    `facts.recent`.
    """
    if never := _never(facts):
        return Foreseen(why=never)
    moved: list[Why] = [Why.sending_paused] if facts.workspace.paused else []
    for _ in range(FURTHEST):
        decision = _limits(facts, at, planned or {})
        if decision.until is None:
            break
        if decision.why and decision.why not in moved:
            moved.append(decision.why)
        at = decision.until
    rules = facts.workspace.rules.hours
    if facts.own and hours.both_open(rules, facts.zone or rules.zone, facts.own, at) is None:
        moved.append(Why.hours_apart)
    return Foreseen(at=at, moved_by=moved, day=hours.day_of(at, facts.workspace.rules.hours.zone))


def _never(facts: Facts) -> Why | None:
    if not facts.address:
        return Why.no_email
    if not facts.mailable:
        return Why.not_mailable
    if facts.stops:
        return Why(facts.stops[0].why)
    return Why.suppressed if facts.suppressed else None


def _limits(facts: Facts, at: datetime, planned: Mapping[date, int]) -> Decision:
    """Each limit by itself says how long it holds; the others are asked again then."""
    rules = facts.workspace.rules
    if facts.until and facts.until > at:
        return _later(Why.person_paused, facts.until)
    window = timedelta(days=rules.frequency.days)
    recent = sorted(when for when in facts.recent if at - window < when)
    if len(recent) >= rules.frequency.mails:
        return _later(Why.frequency, recent[-rules.frequency.mails] + window)
    zone = facts.zone or rules.hours.zone
    opening = hours.next_open(rules.hours, zone, at)
    if opening > at:
        told_by = facts.zone_from if facts.zone else "default"
        return Decision(say="later", why=Why.quiet_hours, until=opening, zone=zone, zone_from=told_by)
    both = hours.both_open(rules.hours, zone, facts.own, at) if facts.own else None
    if both and both > at:
        return _later(Why.own_hours, both)
    day = hours.day_of(at, rules.hours.zone)
    if facts.workspace.used.get(day, 0) + planned.get(day, 0) >= cap_of(facts.workspace, day, planned):
        return _later(Why.warm_up, hours.begins(day + timedelta(days=1), rules.hours.zone))
    return Decision(say="go")


def step_of(known: WorkspaceFacts, day: date, planned: Mapping[date, int] | None = None) -> int:
    """Which day of use a day is, for the warm-up; days between without mail do not count."""
    if known.ramp is None:
        last, step = date.min, 0
    else:
        last, step = known.ramp.day, known.ramp.step
    if day <= last:
        return max(1, step)
    between = {d for d, n in (planned or {}).items() if n and last < d < day}
    return step + len(between) + 1


def cap_of(known: WorkspaceFacts, day: date, planned: Mapping[date, int] | None = None) -> int:
    """Unsolicited mails that a day may hold."""
    return known.rules.warm_up.cap(step_of(known, day, planned))


def _later(why: Why, until: datetime) -> Decision:
    return Decision(say="later", why=why, until=until)
