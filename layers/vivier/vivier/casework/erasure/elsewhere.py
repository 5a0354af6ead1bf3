"""What names the person under other keys: lists and claims, shortlists, what colleagues were told and looked at, mails
that no timeline tells of.
"""

import re
from datetime import date, timedelta

from vivier.casework.erasure import mails, own
from vivier.casework.erasure.work import Work
from vivier.hiring.shortlists import store as shortlists
from vivier.kernel.ids import sort_key
from vivier.mail import store as messages
from vivier.mail.deliverability import ways_out
from vivier.mail.deliverability.store import ReachItem
from vivier.mail.model import Message, State
from vivier.mail.threads import store as threads
from vivier.people import store as people
from vivier.people.identity import claims
from vivier.people.lists import counted, found_under
from vivier.people.model import Candidate
from vivier.privacy import store
from vivier.storage.asked import AskedItem
from vivier.storage.table import Item, get_many, newest_together, texts
from vivier.storage.transaction import Transaction
from vivier.team import audit, links, notifications
from vivier.team.store import listed

PAGE = 100
LISTS = 40  # places and their counts in one transaction
GONE = "erased-"  # in a shortlist, in place of the id: the others keep their numbers


def lists(work: Work, record: Candidate) -> None:
    """Places in lists and under names, each with its count, and claims. What is there already no more is left out."""
    places = {row.place: (row, facet) for row, facet in found_under(work.workspace, record)}
    there = [places[row.place] for row in get_many(Item, list(places), consistent=True)]
    for start in range(0, len(there), LISTS):
        work.step()
        transaction = Transaction()
        for row, facet in there[start : start + LISTS]:
            transaction.delete(row, when=Item.pk.exists())
            if facet:
                counted(transaction, work.workspace, facet, -1)
        work.commit(transaction)
    keys = [people.ClaimItem.key(work.workspace, c) for c in sorted(claims(record))]
    owned = [row for row in get_many(people.ClaimItem, keys, consistent=True) if row.candidate_id in work.ids]
    transaction = Transaction()
    for claim in owned:
        transaction.delete(claim, when=people.ClaimItem.candidate_id == claim.candidate_id)
    if owned:
        work.commit(transaction)


def of_jobs(work: Work) -> None:
    """What is kept about the person in each job that they stood in: scorecards, shortlists."""
    for job_id in sorted({j for r in work.remains for j in r.jobs}):
        for one in sorted(work.ids):
            own.assessed(work, one, job_id)
        for held in shortlists.of_job(work.workspace, job_id):
            if work.ids & set(held.shortlist.candidate_ids):
                _unlisted(work, held)


def _unlisted(work: Work, held: shortlists.Held) -> None:
    """Their place in a list that was given out, what the visitor said of them, pages of their CV."""
    work.step()
    s = held.shortlist
    for one in sorted(work.ids & set(s.candidate_ids)):
        work.clear(f"shared/{work.workspace}/{s.id}/{sort_key(one)}-")
    left = [f"{GONE}{n}" if one in work.ids else one for n, one in enumerate(s.candidate_ids)]
    transaction = work.transaction("shortlists")
    transaction.save(held.row.now(s.model_copy(update={"candidate_ids": left})))
    said = [row for one, row in held.feedback.items() if one in work.ids]
    transaction.delete(*said)
    work.commit(transaction)


def outbox(work: Work) -> None:
    """Mails that wait: to the person, and to colleagues about them."""
    for queue in (False, True):
        after = None
        while rows := messages.due(work.workspace, "9999", after=after, unasked=queue):
            work.step()
            after = rows[-1].gsi1sk
            for row in rows:
                _waits(work, row)


def _waits(work: Work, row: messages.MessageItem) -> None:
    held = row.read()
    if held.candidate_id in work.ids:
        mails.message(work, held.key)
    elif held.candidate_id is None and held.state == State.pending and _about(work, row.body or "", held):
        mails.gone(work, row, held)


def _about(work: Work, body: str, held: Message) -> bool:
    """A colleague's mail of the day names people; what stands in it stands in the application too. A name is looked for
    in what is read, as words of its own: Anne's erasure leaves what was said of Annette.
    """
    called = [re.escape(r.record.display_name) for r in work.remains if r.record and r.record.display_name]
    text = f"{held.subject}\n{held.text}"
    return work.names(body) or any(re.search(rf"(?<!\w){name}(?!\w)", text) for name in called)


def received(work: Work) -> None:
    """Mails before a human, quiet ones, those put aside or noted that are the person's, or came from their address; not
    those of another who has that address too.
    """
    addresses = {v.value.casefold() for r in work.remains if r.record for v in r.record.fields.emails}

    def theirs(row: threads.ReceivedItem) -> bool:
        held = row.read()
        sender = (held.sender or "").casefold()
        return held.candidate_id in work.ids or (sender in addresses and not _anothers(work, held.candidate_id, sender))

    after = None
    while rows := threads.held(work.workspace, after=after, limit=PAGE):
        work.step()
        after = rows[-1].gsi1sk
        for row in filter(theirs, rows):
            mails.away(work, row, row.read())
    before = None
    while rows := threads.quiet(work.workspace, before=before, limit=PAGE):
        work.step()
        before = rows[-1].gsi2sk
        for row in filter(theirs, rows):
            mails.away(work, row, row.read())
    for whose in sorted(work.ids | addresses):
        for row in threads.aside_of(work.workspace, whose):
            mails.away(work, row, row.read())


def _anothers(work: Work, candidate_id: str | None, address: str) -> bool:
    """Whether this address is that of somebody else, whose the mail is or may be."""
    row = people.standing(work.workspace, candidate_id) if candidate_id else None
    return row is not None and address in {v.value.casefold() for v in row.read().fields.emails}


def told(work: Work) -> None:
    """What colleagues were told about the person, and what their clients still may ask for again."""
    for member in listed(work.workspace, consistent=True):
        work.step()
        member_id = member.read().id
        for row in notifications.about(work.workspace, member_id, work.ids):
            transaction = work.transaction("notifications")
            notifications.remove(transaction, work.workspace, member_id, row)
            work.commit(transaction)
        asked = [f"W#{work.workspace}#ONCE#{member_id}", AskedItem.key(work.workspace, member_id, "", "")[0]]
        named = [key for pk in asked for key, text in texts(pk) if work.names(text)]
        work.remove("others", [Item(*key) for key in named])


def looks(work: Work) -> None:
    """Lines of the audit that name the person: a Query a day since they came. That they were erased stays told."""
    day, last = min((r.since for r in work.remains), default=work.now).date(), work.now.date()
    while day <= last:
        _looks_of(work, day)
        day += timedelta(days=1)


def _looks_of(work: Work, day: date) -> None:
    before = None
    while rows := newest_together(audit.partition(work.workspace, day.isoformat()), before=before, limit=PAGE):
        work.step()
        before = rows[-1].gsi2sk
        lines = [r for r in rows if isinstance(r, audit.AuditItem) and work.names(f"{r.sk} {r.body}")]
        work.remove("looks", lines)
        if len(rows) < PAGE:
            return


def addresses(work: Work) -> None:
    """Links that open something of the person, and the mails that their addresses got lately."""
    for one in sorted(work.ids):
        links.revoke(work.workspace, ways_out.PURPOSE, one)
    records = [r.record for r in work.remains if r.record]
    hashes = {h for record in records for h in store.contacts_of(work.workspace, record.fields)}
    found = get_many(ReachItem, [ReachItem.key(work.workspace, h) for h in sorted(hashes)], consistent=True)
    work.remove("others", found)
