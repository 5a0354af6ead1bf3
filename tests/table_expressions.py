"""Conditions and filters of DynamoDB, as tests/quick_table.py asks them of a row
(https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html)."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

Row = dict[str, dict[str, Any]]
Values = Mapping[str, dict[str, Any]]
Names = Mapping[str, str]
Test = Callable[[Row, Names, Values], bool]
Operand = Callable[[Row, Names, Values], dict[str, Any] | None]

TOKEN = re.compile(r"\s*(<>|<=|>=|[()=<>,+\-]|[#:]?[\w.\[\]]+)")


@cache
def compiled(said: str) -> Test:
    tokens = TOKEN.findall(said)
    test, rest = _either(tokens)
    if rest:
        raise ValueError(f"not understood: {said}")
    return test


def _either(tokens: list[str]) -> tuple[Test, list[str]]:
    test, tokens = _both(tokens)
    while tokens and tokens[0] == "OR":
        other, tokens = _both(tokens[1:])
        test = _or(test, other)
    return test, tokens


def _both(tokens: list[str]) -> tuple[Test, list[str]]:
    test, tokens = _single(tokens)
    while tokens and tokens[0] == "AND":
        other, tokens = _single(tokens[1:])
        test = _and(test, other)
    return test, tokens


def _or(one: Test, other: Test) -> Test:
    return lambda r, n, v: one(r, n, v) or other(r, n, v)


def _and(one: Test, other: Test) -> Test:
    return lambda r, n, v: one(r, n, v) and other(r, n, v)


def _single(tokens: list[str]) -> tuple[Test, list[str]]:
    head = tokens[0]
    if head == "NOT":
        test, rest = _single(tokens[1:])
        return lambda r, n, v: not test(r, n, v), rest
    if head == "(":
        test, rest = _either(tokens[1:])
        assert rest[0] == ")"
        return test, rest[1:]
    if head in ("attribute_exists", "attribute_not_exists"):
        name, there = tokens[2], head == "attribute_exists"
        return lambda r, n, _: (n[name] in r) == there, tokens[4:]
    if head in ("begins_with", "contains"):
        one, other = _operand(tokens[2]), _operand(tokens[4])
        return _text(head, one, other), tokens[6:]
    one = _operand(head)
    if tokens[1] == "BETWEEN":
        low, high = _operand(tokens[2]), _operand(tokens[4])
        return _and(_compare(one, ">=", low), _compare(one, "<=", high)), tokens[5:]
    if tokens[1] == "IN":
        end = tokens.index(")")
        among = [_operand(t) for t in tokens[3:end] if t != ","]
        return lambda r, n, v: one(r, n, v) in [a(r, n, v) for a in among], tokens[end + 1 :]
    return _compare(one, tokens[1], _operand(tokens[2])), tokens[3:]


def _operand(token: str) -> Operand:
    if token.startswith(":"):
        return lambda _, __, v: v[token]
    return lambda r, n, _: r.get(n[token])


def _text(how: str, one: Operand, other: Operand) -> Test:
    def test(r: Row, n: Names, v: Values) -> bool:
        held, asked = one(r, n, v), other(r, n, v)
        if held is None or asked is None:
            return False
        (text,), (part,) = held.values(), asked.values()  # of a set, one of its elements
        return bool(text.startswith(part) if how == "begins_with" else part in text)

    return test


def _compare(one: Operand, operator: str, other: Operand) -> Test:
    def test(r: Row, n: Names, v: Values) -> bool:
        held, asked = one(r, n, v), other(r, n, v)
        if held is None or asked is None:
            return operator == "<>" and held is not asked
        ((kind, a),), ((other_kind, b),) = held.items(), asked.items()
        if kind != other_kind:
            return operator == "<>"
        if kind == "N":
            a, b = float(a), float(b)
        return bool(
            {"=": a == b, "<>": a != b}[operator]
            if operator in ("=", "<>")
            else {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[operator]
        )

    return test
