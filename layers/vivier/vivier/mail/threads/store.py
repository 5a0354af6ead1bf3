"""Rows of conversations. A thread lies with its person; its mails, and where it lies, in a partition of its own."""

from datetime import date
from functools import lru_cache

from pynamodb.attributes import UnicodeAttribute

from vivier.kernel.clock import iso
from vivier.kernel.errors import NotFound
from vivier.mail.threads import addresses
from vivier.mail.threads.model import OPEN, Entry, Received, State, Thread
from vivier.people.lists import counted
from vivier.people.store import partition
from vivier.storage.table import (
    Item,
    Key,
    Versioned,
    find,
    get,
    get_many,
    newest_together,
    put_once,
    query,
    together,
    waiting,
)
from vivier.storage.transaction import Transaction

HELD = "review:received"
QUIET = "review:automatic"
COUNTED = {State.held: HELD, State.quiet: QUIET}
INBOX = "inbox:"  # counters: `all` that need an answer, those that are nobody's, those of each member
ASIDE = {State.noted, State.dismissed}  # in no conversation: found by whose they are
MOST_ASIDE = 1000
MOST_ENTRIES = 200  # of a thread, read to show it
OPEN_QUEUE = "RECEIVED#open"


class ThreadItem(Versioned, discriminator="thread"):
    """In the index of what needs an answer while it does, and in that of its month once somebody, the person or a
    colleague, wrote by hand."""

    @classmethod
    def key(cls, workspace: str, candidate_id: str, scope: str) -> Key:
        return partition(workspace, candidate_id), f"R#thread#{scope}"

    @classmethod
    def of(cls, workspace: str, t: Thread) -> "ThreadItem":
        return cls.holding(t, *cls.key(workspace, t.candidate_id, t.scope)).now(workspace, t)

    def now(self, workspace: str, t: Thread) -> "ThreadItem":
        self.put(t)
        self.gsi1pk = f"W#{workspace}#INBOX" if t.needs_answer else None
        self.gsi1sk = f"{iso(t.last_in_at or t.last_at)}#{t.id}" if t.needs_answer else None
        spoken = t.received > 0 or t.written
        self.gsi2pk = spoken_in(workspace, f"{t.last_at:%Y-%m}") if spoken else None
        self.gsi2sk = f"{iso(t.last_at)}#{t.id}" if spoken else None
        return self

    def read(self) -> Thread:
        return Thread.model_validate_json(self.body)


class ThreadPlaceItem(Item, discriminator="thread_place"):
    """Where a thread lies."""

    candidate_id = UnicodeAttribute()
    scope = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, thread_id: str) -> Key:
        return f"W#{workspace}#T#{thread_id}", "place"

    @classmethod
    def of(cls, workspace: str, t: Thread) -> "ThreadPlaceItem":
        return cls(*cls.key(workspace, t.id), candidate_id=t.candidate_id, scope=t.scope)


class EntryItem(Item, discriminator="thread_mail"):
    @classmethod
    def of(cls, workspace: str, thread_id: str, e: Entry) -> "EntryItem":
        return cls.holding(e, *cls.key(workspace, thread_id, e.direction, e.id))

    @classmethod
    def key(cls, workspace: str, thread_id: str, direction: str, entry_id: str) -> Key:
        return f"W#{workspace}#T#{thread_id}", f"M#{direction}#{entry_id}"

    def read(self) -> Entry:
        return Entry.model_validate_json(self.body)


class SameItem(Item, discriminator="thread_same"):
    """That a mail of a person is in their thread already, under whichever id SES gave it first."""

    received = UnicodeAttribute()

    @classmethod
    def key(cls, workspace: str, thread_id: str, fingerprint: str) -> Key:
        return f"W#{workspace}#T#{thread_id}", f"S#{fingerprint}"

    @classmethod
    def of(cls, workspace: str, thread_id: str, fingerprint: str, received_id: str) -> "SameItem":
        return cls(*cls.key(workspace, thread_id, fingerprint), received=received_id)


class TokenItem(Item, discriminator="reply_token"):
    """Whose a reply address is: like a link's, it is what gives the workspace."""

    workspace = UnicodeAttribute()
    candidate_id = UnicodeAttribute()
    scope = UnicodeAttribute()

    @classmethod
    def key(cls, token: str) -> Key:
        return f"REPLY#{addresses.hashed(token)}", "reply"

    @classmethod
    def of(cls, workspace: str, t: Thread) -> "TokenItem":
        return cls(*cls.key(t.token), workspace=workspace, candidate_id=t.candidate_id, scope=t.scope)


class AssignedItem(Item, discriminator="assigned_thread"):
    """That a thread is a member's to answer."""

    candidate_id = UnicodeAttribute()
    scope = UnicodeAttribute()

    @classmethod
    def partition(cls, workspace: str, member_id: str) -> str:
        return f"W#{workspace}#ASSIGNED#{member_id}"

    @classmethod
    def of(cls, workspace: str, member_id: str, t: Thread) -> "AssignedItem":
        return cls(cls.partition(workspace, member_id), t.id, candidate_id=t.candidate_id, scope=t.scope)


class ReceivedItem(Versioned, discriminator="received"):
    """Keyed by SES's id: whatever is said of a mail twice is about one row. Its workspace is found by reading it."""

    state = UnicodeAttribute()

    @classmethod
    def key(cls, received_id: str) -> Key:
        return f"RECEIVED#{received_id}", "received"

    @classmethod
    def of(cls, r: Received) -> "ReceivedItem":
        return cls.holding(r, *cls.key(r.id)).now(r)

    def now(self, r: Received) -> "ReceivedItem":
        self.put(r)
        self.state = r.state
        queue = OPEN_QUEUE if r.state in OPEN else f"W#{r.workspace}#HELD" if r.state == State.held else None
        self.gsi1pk = queue
        self.gsi1sk = f"{iso(r.updated_at if r.state in OPEN else r.at)}#{r.id}" if queue else None
        whose = r.candidate_id or r.sender
        aside = _aside(r.workspace or "", whose) if whose and r.state in ASIDE else None
        self.gsi2pk = _quiet(r.workspace or "") if r.state == State.quiet else aside
        self.gsi2sk = f"{iso(r.at)}#{r.id}" if self.gsi2pk else None
        return self

    def read(self) -> Received:
        return Received.model_validate_json(self.body)


def arrive(received: Received) -> ReceivedItem:
    """The row of a mail, made when it is first spoken of: one Put and one Get."""
    put_once(ReceivedItem.of(received))
    return load(received.id)


def load(received_id: str) -> ReceivedItem:
    """Raises NotFound."""
    return get(ReceivedItem, ReceivedItem.key(received_id), consistent=True)


def save(transaction: Transaction, row: ReceivedItem, after: Received) -> None:
    """The mail as it is now; the counts of those before a human and of the quiet ones move with it."""
    before, now = COUNTED.get(State(row.state)), COUNTED.get(after.state)
    transaction.save(row.now(after))
    if before == now or not after.workspace:
        return
    for facet, by in ((before, -1), (now, 1)):
        if facet:
            counted(transaction, after.workspace, facet, by)


def unfinished(until: str, *, after: str | None = None, limit: int = 50) -> list[ReceivedItem]:
    """Mails that were not finished, oldest first: one Query."""
    return waiting(ReceivedItem, OPEN_QUEUE, until=until, after=after, limit=limit)


def held(workspace: str, *, after: str | None = None, limit: int = 25) -> list[ReceivedItem]:
    """Mails before a human, oldest first: one Query."""
    return waiting(ReceivedItem, f"W#{workspace}#HELD", after=after, limit=limit)


def _aside(workspace: str, whose: str) -> str:
    return f"W#{workspace}#ASIDE#{whose.casefold()}"


def _quiet(workspace: str) -> str:
    return f"W#{workspace}#QUIET"


def quiet(workspace: str, *, before: str | None = None, limit: int = 25) -> list[ReceivedItem]:
    """Machines' answers to nothing of ours, newest first: one Query."""
    rows = newest_together(_quiet(workspace), before=before, limit=limit)
    return [r for r in rows if isinstance(r, ReceivedItem)]


def spoken_in(workspace: str, month: str) -> str:
    """Where conversations stand that somebody wrote in, by the month of their last mail."""
    return f"W#{workspace}#THREADS#{month}"


@lru_cache(maxsize=64)
def first_month(table: str, workspace: str, today: date, back: int) -> str:
    """Of the last months, the first with a conversation, or this one: before it there is nothing to look for, nor will
    there be. One Query for each month from the oldest on, once a day and process.
    """
    months = [f"{today:%Y-%m}"]
    while len(months) < back:
        months.append(before(months[-1]))
    return next((m for m in months[:0:-1] if newest_together(spoken_in(workspace, m), limit=1)), months[0])


def before(month: str) -> str:
    year, number = (int(part) for part in month.split("-"))
    return f"{year - (number == 1)}-{(number - 2) % 12 + 1:02}"


def create(transaction: Transaction, workspace: str, thread: Thread) -> None:
    """A new thread, with its place and its token."""
    rows = (ThreadItem.of, ThreadPlaceItem.of, TokenItem.of)
    transaction.create(*(of(workspace, thread) for of in rows))
    for place in _places(thread):
        counted(transaction, workspace, place, 1)


def change(transaction: Transaction, workspace: str, row: ThreadItem, after: Thread) -> None:
    """A thread as it is now; the counts of what needs an answer move with it."""
    before = row.read()
    for place in _places(before):
        counted(transaction, workspace, place, -1)
    for place in _places(after):
        counted(transaction, workspace, place, 1)
    transaction.save(row.now(workspace, after))


def _places(t: Thread) -> tuple[str, ...]:
    return (f"{INBOX}all", f"{INBOX}{t.assigned_to or 'nobody'}") if t.needs_answer else ()


def thread_of(workspace: str, candidate_id: str, scope: str) -> ThreadItem | None:
    return find(ThreadItem, ThreadItem.key(workspace, candidate_id, scope), consistent=True)


def by_id(workspace: str, thread_id: str) -> ThreadItem:
    """Two Gets. Raises NotFound."""
    place = get(ThreadPlaceItem, ThreadPlaceItem.key(workspace, thread_id))
    row = thread_of(workspace, place.candidate_id, place.scope)
    if row is None:
        raise NotFound("There is no such conversation.")
    return row


def whose(token: str) -> TokenItem | None:
    """One Get."""
    return find(TokenItem, TokenItem.key(token))


def entries(workspace: str, thread_id: str) -> list[Entry]:
    """The mails of a thread in the order of time: one Query."""
    rows = query(f"W#{workspace}#T#{thread_id}", prefix="M#", limit=MOST_ENTRIES, consistent=True)
    return sorted((r.read() for r in rows if isinstance(r, EntryItem)), key=lambda e: (e.at, e.id))


def is_there(workspace: str, thread_id: str, fingerprint: str) -> bool:
    """Whether a thread holds a mail that says the same under the same Message-ID: one Get."""
    return same(workspace, thread_id, fingerprint) is not None


def same(workspace: str, thread_id: str, fingerprint: str) -> SameItem | None:
    return find(SameItem, SameItem.key(workspace, thread_id, fingerprint), consistent=True)


def of_person(workspace: str, candidate_ids: set[str]) -> list[Thread]:
    """The threads of a person's records: one Query each."""
    found = []
    for one in sorted(candidate_ids):
        rows = query(partition(workspace, one), prefix="R#thread#", limit=100, consistent=True)
        found += [r.read() for r in rows if isinstance(r, ThreadItem)]
    return sorted(found, key=lambda t: t.last_at, reverse=True)


def assigned(workspace: str, member_id: str) -> list[Thread]:
    """The hundred newest, those that need an answer first: one Query and one BatchGet."""
    rows = query(AssignedItem.partition(workspace, member_id), newest_first=True, limit=100)
    keys = [ThreadItem.key(workspace, r.candidate_id, r.scope) for r in rows if isinstance(r, AssignedItem)]
    threads = [r.read() for r in get_many(ThreadItem, keys)]
    return sorted(threads, key=lambda t: (t.needs_answer, t.last_at), reverse=True)


def aside_of(workspace: str, whose: str) -> list[ReceivedItem]:
    """Mails that were noted or put aside and lie in no conversation, by whose they are: a candidate's id, or the
    address that they came from. A Query for each megabyte.
    """
    return together(ReceivedItem, _aside(workspace, whose), limit=MOST_ASIDE)


def remove(transaction: Transaction, workspace: str, row: ThreadItem) -> None:
    """A conversation as it was read, with its address: an answer to it finds nobody."""
    thread = row.read()
    transaction.delete(row, when=ThreadItem.version == row.number)
    transaction.delete(*(of(workspace, thread) for of in (ThreadPlaceItem.of, TokenItem.of)))
    if thread.assigned_to:
        transaction.delete(AssignedItem.of(workspace, thread.assigned_to, thread))
    for place in _places(thread):
        counted(transaction, workspace, place, -1)


def remove_received(transaction: Transaction, row: ReceivedItem) -> None:
    """A mail that came in, as it was read; the counts of those before a human and of the quiet ones move with it."""
    held = row.read()
    transaction.delete(row, when=ReceivedItem.version == row.number)
    if held.workspace and (facet := COUNTED.get(held.state)):
        counted(transaction, held.workspace, facet, -1)
