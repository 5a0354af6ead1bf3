"""A DynamoDB table in memory that answers at the wire, some twenty times quicker than moto.

It knows what PynamoDB says: keyed reads, queries of the table and of its indexes, conditions, transactions that are all
or nothing and remember their request token. What DynamoDB's limits forbid it refuses
(https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html). `tests/swift.py` holds it against
moto.
"""

import bisect
import json
import re
from collections import defaultdict
from collections.abc import Callable
from typing import Any, NamedTuple

from tests.table_expressions import Row, compiled

Place = tuple[str, str]

INDEXES = {"gsi1": ("gsi1pk", "gsi1sk"), "gsi2": ("gsi2pk", "gsi2sk")}
KEYS = {"pk", "sk", *(name for index in INDEXES.values() for name in index)}
MOST_ROW, MOST_PAGE, MOST_TOGETHER, MOST_BATCH = 400 * 1024, 1_000_000, 100, 25
MARK = "com.amazonaws.dynamodb.v20120810#"


class Refused(Exception):
    """What the service says no with."""

    def __init__(self, code: str, message: str, **more: Any) -> None:
        super().__init__(message)
        self.body = {"__type": MARK + code, "message": message, "Message": message, **more}


class Saved(NamedTuple):
    rows: dict[str, dict[str, Row]]
    order: dict[str, list[str]]
    indexed: dict[str, dict[str, list[tuple[str, str, str]]]]


class QuickTable:
    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Row]] = {}
        self.order: dict[str, list[str]] = defaultdict(list)
        self.indexed: dict[str, dict[str, list[tuple[str, str, str]]]] = {n: defaultdict(list) for n in INDEXES}
        self._done: set[str] = set()

    def answer(self, request: Any) -> tuple[int, dict[str, Any]] | None:
        """Status and body; None for what it does not know (making tables, say)."""
        target = request.headers["X-Amz-Target"]
        operation = (target.decode() if isinstance(target, bytes) else target).rpartition(".")[2]
        does = getattr(self, f"do_{operation}", None)
        if does is None:
            return None
        try:
            return 200, does(json.loads(request.body))
        except Refused as no:
            return 400, no.body

    def save(self) -> Saved:
        return Saved(
            {pk: dict(rows) for pk, rows in self.rows.items()},
            {pk: list(order) for pk, order in self.order.items()},
            {name: {pk: list(held) for pk, held in index.items()} for name, index in self.indexed.items()},
        )

    def restore(self, saved: Saved) -> None:
        self.rows = {pk: dict(rows) for pk, rows in saved.rows.items()}
        self.order = defaultdict(list, {pk: list(order) for pk, order in saved.order.items()})
        for name, index in saved.indexed.items():
            self.indexed[name] = defaultdict(list, {pk: list(held) for pk, held in index.items()})

    # Rows

    def row(self, place: Place) -> Row | None:
        return self.rows.get(place[0], {}).get(place[1])

    def put(self, row: Row) -> None:
        """A row as it is, whatever stood there."""
        self._put(place_of(row), row)

    def _put(self, place: Place, row: Row | None) -> None:
        pk, sk = place
        before = self.row(place)
        if before is not None:
            self._index(place, before, bisect_out)
        if row is not None:
            self.rows.setdefault(pk, {})[sk] = row
            self._index(place, row, bisect.insort)
            if before is None:
                bisect.insort(self.order[pk], sk)
        elif before is not None:
            del self.rows[pk][sk]
            bisect_out(self.order[pk], sk)

    def _index(self, place: Place, row: Row, act: Callable[[list[Any], Any], None]) -> None:
        for name, (pk, sk) in INDEXES.items():
            if pk in row and sk in row:
                act(self.indexed[name][row[pk]["S"]], (row[sk]["S"], *place))

    # Operations (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/)

    def do_GetItem(self, asked: dict[str, Any]) -> dict[str, Any]:
        row = self.row(place_of(asked["Key"]))
        return {"Item": row} if row is not None else {}

    def do_BatchGetItem(self, asked: dict[str, Any]) -> dict[str, Any]:
        for wanted in asked["RequestItems"].values():
            must_be_apart([place_of(key) for key in wanted["Keys"]], MOST_TOGETHER)
        found = {
            name: [row for key in wanted["Keys"] if (row := self.row(place_of(key))) is not None]
            for name, wanted in asked["RequestItems"].items()
        }
        return {"Responses": found, "UnprocessedKeys": {}}

    def do_BatchWriteItem(self, asked: dict[str, Any]) -> dict[str, Any]:
        for requests in asked["RequestItems"].values():
            acts = [next(iter(each.items())) for each in requests]
            places = [place_of(act.get("Key") or act["Item"]) for _, act in acts]
            must_be_apart(places, MOST_BATCH)
            for (_, act), place in zip(acts, places, strict=True):
                self._put(place, storable(act["Item"]) if "Item" in act else None)
        return {"UnprocessedItems": {}}

    def do_PutItem(self, asked: dict[str, Any]) -> dict[str, Any]:
        self._must(asked, place_of(asked["Item"]))
        self._put(place_of(asked["Item"]), storable(asked["Item"]))
        return {}

    def do_DeleteItem(self, asked: dict[str, Any]) -> dict[str, Any]:
        self._must(asked, place_of(asked["Key"]))
        self._put(place_of(asked["Key"]), None)
        return {}

    def do_UpdateItem(self, asked: dict[str, Any]) -> dict[str, Any]:
        place = place_of(asked["Key"])
        self._must(asked, place)
        self._put(place, storable(updated(self.row(place) or dict(asked["Key"]), asked)))
        return {"Attributes": self.row(place)} if asked.get("ReturnValues", "NONE") != "NONE" else {}

    def do_TransactWriteItems(self, asked: dict[str, Any]) -> dict[str, Any]:
        token = asked.get("ClientRequestToken")
        if token in self._done:
            return {}
        acts = [next(iter(each.items())) for each in asked["TransactItems"]]
        places = [place_of(act.get("Key") or act["Item"]) for _, act in acts]
        must_be_apart(places, MOST_TOGETHER)
        held = [holds(act, self.row(place)) for (_, act), place in zip(acts, places, strict=True)]
        if not all(held):
            reasons = [{"Code": "None" if ok else "ConditionalCheckFailed", "Message": None} for ok in held]
            said = ", ".join(r["Code"] or "" for r in reasons)
            raise Refused(
                "TransactionCanceledException", f"Transaction cancelled, specific reasons [{said}]",
                CancellationReasons=reasons,
            )  # fmt: skip
        after: dict[Place, Row | None] = {}
        for (kind, act), place in zip(acts, places, strict=True):
            if kind == "Put":
                after[place] = storable(act["Item"])
            elif kind == "Delete":
                after[place] = None
            elif kind == "Update":
                after[place] = storable(updated(self.row(place) or dict(act["Key"]), act))
        for place, row in after.items():
            self._put(place, row)
        if token:
            self._done.add(token)
        return {}

    def do_Scan(self, _: dict[str, Any]) -> dict[str, Any]:
        found = [row for pk in sorted(self.rows) for row in self.rows[pk].values()]
        return {"Items": found, "Count": len(found), "ScannedCount": len(found)}

    def do_Query(self, asked: dict[str, Any]) -> dict[str, Any]:
        index = asked.get("IndexName")
        pk, low, high = span(asked, *(INDEXES[index] if index else ("pk", "sk")))
        if index:
            places: list[Any] = self.indexed[index].get(pk, [])
            found = [(at[1], at[2]) for at in places[slice(*cut(places, low, high, lambda at: at[0]))]]
        else:
            order = self.order.get(pk, [])
            found = [(pk, sk) for sk in order[slice(*cut(order, low, high, lambda sk: sk))]]
        if not asked.get("ScanIndexForward", True):
            found.reverse()
        if start := asked.get("ExclusiveStartKey"):
            found = found[found.index(place_of(start)) + 1 :]
        limit = asked.get("Limit")
        page = found[: self._within_a_page(found[:limit])]
        rows = [row for at in page if (row := self.row(at)) is not None]
        kept = [r for r in rows if filtered(asked, r)]
        answer: dict[str, Any] = {"Items": kept, "Count": len(kept), "ScannedCount": len(rows)}
        if len(found) > len(page) or len(found) == limit:
            last = rows[-1]
            keys = {"pk", "sk", *(INDEXES[index] if index else ())}
            answer["LastEvaluatedKey"] = {k: v for k, v in last.items() if k in keys}
        return answer

    def _within_a_page(self, places: list[Place]) -> int:
        """How many of these rows one answer holds."""
        size = 0
        for number, at in enumerate(places):
            size += size_of(self.row(at) or {})
            if size > MOST_PAGE:
                return max(number, 1)
        return len(places)

    def _must(self, asked: dict[str, Any], place: Place) -> None:
        if not holds(asked, self.row(place)):
            raise Refused("ConditionalCheckFailedException", "The conditional request failed")


def place_of(key: Row) -> Place:
    return key["pk"]["S"], key["sk"]["S"]


def must_be_apart(places: list[Place], most: int) -> None:
    if len(set(places)) < len(places) or len(places) > most:
        raise Refused("ValidationException", f"One request holds at most {most} items, each once")


def size_of(row: Row) -> int:
    return sum(len(name) + len(str(value).encode()) for name, held in row.items() for value in held.values())


def storable(row: Row) -> Row:
    """A row that may be kept: within its size, no key empty or anything but text."""
    if any(not row[name].get("S") for name in KEYS & row.keys()) or size_of(row) > MOST_ROW:
        raise Refused("ValidationException", "A key is empty or no text, or the item is larger than 400 KB")
    return row


def must_use(asked: dict[str, Any]) -> None:
    """Every name and value that a request brings stands in one of its expressions."""
    said = " ".join(str(text) for name, text in asked.items() if name.endswith("Expression"))
    used = set(re.findall(r"[#:]\w+", said))
    brought = {*asked.get("ExpressionAttributeNames", ()), *asked.get("ExpressionAttributeValues", ())}
    if brought != used:
        raise Refused("ValidationException", f"Unused or undefined in expressions: {sorted(brought ^ used)}")


def bisect_out(held: list[Any], one: Any) -> None:
    del held[bisect.bisect_left(held, one)]


def cut(
    held: list[Any], low: tuple[str, bool], high: tuple[str | None, bool], key: Callable[[Any], str]
) -> tuple[int, int]:
    """Where the rows between two sort keys begin and end; each bound with whether it is one of them."""
    first = (bisect.bisect_left if low[1] else bisect.bisect_right)(held, low[0], key=key)
    if high[0] is None:
        return first, len(held)
    return first, (bisect.bisect_right if high[1] else bisect.bisect_left)(held, high[0], key=key)


SORT = re.compile(r"#\w+ (BETWEEN|<=|>=|<|>|=) (:\w+)(?: AND (:\w+))?|begins_with \(#\w+, (:\w+)\)")


def span(asked: dict[str, Any], hash_key: str, range_key: str) -> tuple[str, tuple[str, bool], tuple[str | None, bool]]:
    """The partition that a query asks for, and the sort keys between which."""
    values = {name: value["S"] for name, value in asked["ExpressionAttributeValues"].items() if "S" in value}
    aliases = {name: alias for alias, name in asked["ExpressionAttributeNames"].items()}
    said = asked["KeyConditionExpression"]
    pk = re.search(rf"{aliases[hash_key]} = (:\w+)", said)
    assert pk, said
    low: tuple[str, bool] = ("", True)
    high: tuple[str | None, bool] = (None, True)
    if range_key in aliases:
        rest = said[said.index(" AND ") :] if said.index(aliases[hash_key]) < said.index(aliases[range_key]) else said
        found = SORT.search(rest)
        assert found, said
        operator, one, other, prefix = found.groups()
        if prefix:
            low, high = (values[prefix], True), (values[prefix] + "\U0010ffff", True)
        elif operator == "BETWEEN":
            low, high = (values[one], True), (values[other], True)
        elif operator == "=":
            low, high = (values[one], True), (values[one], True)
        elif operator.startswith("<"):
            high = (values[one], operator == "<=")
        else:
            low = (values[one], operator == ">=")
    return values[pk[1]], low, high


def holds(asked: dict[str, Any], row: Row | None) -> bool:
    must_use(asked)
    if not (said := asked.get("ConditionExpression")):
        return True
    return compiled(said)(
        row or {}, asked.get("ExpressionAttributeNames", {}), asked.get("ExpressionAttributeValues", {})
    )


def filtered(asked: dict[str, Any], row: Row) -> bool:
    if not (said := asked.get("FilterExpression")):
        return True
    return compiled(said)(row, asked.get("ExpressionAttributeNames", {}), asked.get("ExpressionAttributeValues", {}))


def updated(row: Row, asked: dict[str, Any]) -> Row:
    """The row after SET, ADD, REMOVE and DELETE of single attributes, of numbers and of sets."""
    names, values = asked.get("ExpressionAttributeNames", {}), asked.get("ExpressionAttributeValues", {})
    after = dict(row)
    for clause in re.split(r"\s*\b(?=(?:SET|ADD|REMOVE|DELETE) )", asked["UpdateExpression"].strip()):
        kind, _, acts = clause.partition(" ")
        for act in filter(None, (a.strip() for a in acts.split(","))):
            if kind == "SET":
                name, _, value = act.partition(" = ")
                after[names[name]] = values[value.strip()]
            elif kind in ("ADD", "DELETE"):
                name, _, value = act.partition(" ")
                held = _added(kind, after.pop(names[name], None), values[value.strip()])
                after |= {names[name]: held} if held else {}
            else:
                after.pop(names[act], None)
    return after


def _added(kind: str, held: dict[str, Any] | None, value: dict[str, Any]) -> dict[str, Any] | None:
    """A number with another added to it; a set with others in it or without them, None when none is left."""
    ((which, given),) = value.items()
    if which == "N":
        return {"N": str(int((held or {"N": "0"})["N"]) + int(given))}
    before = set((held or {which: []})[which])
    after = sorted(before | set(given) if kind == "ADD" else before - set(given))
    return {which: after} if after else None
