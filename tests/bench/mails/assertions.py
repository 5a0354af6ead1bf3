"""What others' tests say of a reply, in whatever language they are written: their strings are taken out of the code,
and what stands around them is looked at with patterns."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

# A string in some language: a heredoc, three quotes, one quote or a regular expression between slashes.
STRING = re.compile(
    r"<<[-~<]?['\"]?(?P<tag>[A-Z_]{2,})['\"]?(?P<rest>[^\n]*)\n(?P<here>.*?)\n?[ \t]*(?P=tag)\b|"
    r'"""(?P<three>.*?)"""|'
    r"'''(?P<ticks>.*?)'''|"
    r'@"(?P<verbatim>(?:[^"]|"")*)"|'
    r'"(?P<double>(?:[^"\\]|\\.)*)"|'
    r"'(?P<single>(?:[^'\\]|\\.)*)'|"
    r"`(?P<back>[^`]*)`|"
    r"(?<=[(\s,])/(?P<pattern>(?:[^/\\\n]|\\.)+)/[a-z]{0,3}(?=[,).\s])",
    re.S,
)
JOINED = re.compile(r"«(\d+)»\s*(?:\+|\.(?=\s)|\\)\s*«(\d+)»")
ASSIGNED = re.compile(r"^\s*(?:(?:var|let|const|final|String|string) )*(\$?\w+) ?:?= ?«(\d+)»", re.M)
ESCAPE = re.compile(r"\\(u(\{[0-9a-fA-F]{2,6}\}|[0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\r?\n|.)", re.S)
ESCAPES = {"n": "\n", "r": "", "t": "\t", "0": "", "\n": "", "\r\n": ""}
COMMENT = re.compile(r"^\s*(?://|#(?!\{)|\*|/\*).*$", re.M)


class Code(NamedTuple):
    """Code whose strings stand as «0», «1», …; `patterns` are the numbers of those that are regular expressions."""

    text: str
    strings: list[str]
    patterns: set[int]

    @classmethod
    def of(cls, code: str, named: dict[str, str] | None = None) -> "Code":
        """`named` are names that stand for a string."""
        strings: list[str] = []
        patterns: set[int] = set()

        def taken(found: re.Match[str]) -> str:
            kind = found.lastgroup or ""
            if found["tag"]:
                kind = "here"
            raw = found[kind]
            if kind == "pattern":
                patterns.add(len(strings))
            strings.append(_text(raw, kind))
            return f"«{len(strings) - 1}»" + (found["rest"] or "")

        text = STRING.sub(taken, COMMENT.sub("", code))
        for name, value in (named or {}).items():
            strings.append(value)
            text = re.sub(rf"(?:static::|self::)?\b{name}\b", f"«{len(strings) - 1}»", text)
        while found := JOINED.search(text):
            strings.append(strings[int(found[1])] + strings[int(found[2])])
            text = f"{text[: found.start()]}«{len(strings) - 1}»{text[found.end() :]}"
        for found in ASSIGNED.finditer(text):
            later = re.sub(rf"(?<![\w$.:]){re.escape(found[1])}\b(?! ?=[^=>])", f"«{found[2]}»", text[found.end() :])
            text = text[: found.end()] + later
        return cls(text, strings, patterns)

    def found(self, pattern: str) -> list[str]:
        """The strings at the places of a pattern, which writes a string as §."""
        where = re.compile(pattern.replace("§", r"«(\d+)»"), re.S)
        groups = [[g for g in found.groups() if g is not None] for found in where.finditer(self.text)]
        return [self.strings[int(each[0])] for each in groups if each]


def _text(raw: str, kind: str) -> str:
    if kind in ("here", "back", "pattern", "ticks"):
        return raw
    if kind == "verbatim":
        return raw.replace('""', '"')
    return ESCAPE.sub(_escape, raw)


def _escape(found: re.Match[str]) -> str:
    if found[2] or found[3]:
        return chr(int((found[2] or found[3]).strip("{}"), 16))
    return ESCAPES.get(found[1], found[1])


def functions(code: str, begins: str) -> Iterator[str]:
    """Code in pieces, each of which begins as a test does."""
    at = [found.start() for found in re.finditer(begins, code, re.M)]
    for start, end in zip(at, [*at[1:], len(code)][: len(at)], strict=True):
        yield code[start:end]


REPLY = [  # § is what the whole reply is said to be
    r"assert_equal\s*\(?§, ?(?:EmailReplyParser\.parse_reply|visible_text\()",
    r"assert(?:Equals|Same|Equal)\(\s*§,\s*(?:self::|\\?EmailReplyParser::parseReply|EmailReplyParser\.parse_?[rR]eply|"
    r"\$email->getVisibleText|email\.getVisibleText|message\.reply)",
    r"assertEqual\(message\.reply(?:\.strip\(\))?, §",
    r"(?:Assert\.Equal|test\.equal|assert\.equal)\(§, (?:email\.[gG]etVisibleText\(|reply\))",
    r"assert\.equal\((?:email|email\.getVisibleText\(\)), §",
    r"assert (?:body|reply|reply_text|ElixirEmailReplyParser\.parse_reply\((?:content|body)\)) == §",
    r"emailStringChecker\{equalsString\(§\)",
    r"getReply\(\)\)\.isEqualTo\(§",
]
HOLDS = [
    r"assertTrue\(§ in message\.reply",
    r"assert (?:String\.contains\?\(reply_text, §|§ in (?:body|reply)\b)",
    r"assert (?:body|reply)\w*\.(?:starts|ends)with\(§",
    r"(?:getReply\(\)|\(reply\))\)?\.contains\(§",
]
LACKS = [
    r"assertTrue\(§ not in (?:EmailReplyParser\.parse_reply|message\.reply)",
    r"assert § not in (?:body|reply)\b",
    r"getReply\(\)\)\.doesNotContain\(§",
    r"refute String\.contains\?\(reply_text, §",
]
HIDDEN = [
    r"\[((?:true|false|True|False|, ?|\s)+)\],?\s*(?:reply\.fragments\.map \{ \|f\| f\.hidden\?|"
    r"\[f(?:ragment)?\.hidden for|_\.map\(\w+\.fragments, function\(f\) \{ return f\.isHidden)",
    r"fragment\.hidden\) == \[((?:true|false|, ?)+)\]",
    r"Hidden.{0,4}?«?\d*»?, \[\]bool\{((?:true|false|, ?)+)\}",
    r"new\[\] \{((?: ?true| ?false|,)+) \}, reply\.Fragments\.Select\(x => x\.IsHidden",
    r"\(hidden\)\.containsExactly\(((?:true|false|, ?)+)\)",
]
ONE_HIDDEN = re.compile(
    r"(?:assert(True|False)\(\$?fragments(?:\[|\.get\()(\d)[\])]{1,2}(?:->|\.)isHidden|"
    r"equal\((?:(true|false), )?fragments\[(\d)\]\.[iI]sHidden(?:\(\), (true|false))?|"
    r"Equal\((true|false), fragments\[(\d)\]\.IsHidden)"
)
FRAGMENT = [  # what a fragment is or holds: § and its number, in either order
    r"§, (?:\(string\) )?(?:trim\()?\$?(?:reply\.|message\.)?fragments[.\[]?(?:get\()?(\d)",
    r"§ in (?:message|msg)\.fragments\[(\d)\]",
    r"assert_match\s?\(?§,\s+reply\.fragments\[(\d)\]",
    r"§\.[tT]est\(fragments\[(\d)\]",
    r"fragmentStringChecker\{(\d), (?:equalsString|regexp\.MustCompile)\(§\)",
    r"equal\(fragments\[(\d)\]\.getContent\(\)(?:\.trim\(\))?, §",
    r"Enum\.at\(fragments, (\d)\)\.content(?: == |, )§",
    r"fragments\.get\((\d)\)\.getContent\(\)\)\.contains\(§",
    r"re\.match\(§, message\.fragments\[(\d)\]",
]
WHOLE = re.compile(r"(?:assert_equal|assertEquals|Assert\.Equal|test\.equal|assert\.equal|== $|equalsString)")


def label(code: Code) -> dict[str, Any]:
    """`reply`, or `holds` and `lacks`, of the mail that a test is about; empty where the test says neither."""
    for pattern in REPLY:
        if said := code.found(pattern):
            return {"reply": said[0]}
    holds = [s for pattern in HOLDS for s in code.found(pattern)]
    lacks = [s for pattern in LACKS for s in code.found(pattern)]
    hidden = _hidden(code.text)
    equal, parts = _fragments(code)
    visible = [n for n, is_hidden in hidden.items() if not is_hidden]
    if hidden and set(visible) <= equal.keys() and len(hidden) == max(hidden) + 1 and visible:
        return {"reply": "\n".join(equal[n] for n in sorted(visible))}
    if not hidden and equal.keys() == {0} and not (holds or lacks or any(n for n, _ in parts)):
        return {"reply": equal[0]}  # the first of several: the others are what it is to be told from
    for n, words in parts:
        if n in hidden and words.strip("> "):
            (lacks if hidden[n] else holds).append(words)
    return {"holds": holds, "lacks": lacks} if holds or lacks else {}


def _hidden(text: str) -> dict[int, bool]:
    for pattern in HIDDEN:
        if found := re.search(pattern, text, re.S):
            flags = re.findall(r"true|false", found[1].lower())
            return {n: flag == "true" for n, flag in enumerate(flags)}
    single: dict[int, bool] = {}
    for found in ONE_HIDDEN.finditer(text):
        flag = (found[1] or found[3] or found[5] or found[6] or "").lower()
        single[int(found[2] or found[4] or found[7])] = flag == "true"
    return single


def _fragments(code: Code) -> tuple[dict[int, str], list[tuple[int, str]]]:
    """What fragments are, and what they hold."""
    equal: dict[int, str] = {}
    parts: list[tuple[int, str]] = []
    for pattern in FRAGMENT:
        where = pattern.replace("(\\d)", "(?P<n>\\d)").replace("§", "«(?P<s>\\d+)»")
        for found in re.finditer(where, code.text, re.S):
            at, n = int(found["s"]), int(found["n"])
            said = code.strings[at]
            line = code.text[code.text.rfind("\n", 0, found.start()) + 1 : found.end()]
            if at in code.patterns or re.match(r"^/.*/\w*$", said, re.S) or "match" in line.lower():
                if words := _plainly(said.strip("/") if said.startswith("/") else said):
                    parts.append((n, words))
            elif WHOLE.search(line) and " in " not in line and "contains" not in line:
                equal[n] = said
                parts.append((n, said))
            else:
                parts.append((n, said))
    return equal, parts


def _plainly(pattern: str) -> str:
    """The words of a pattern that is little more than words."""
    pattern = re.sub(r"^\(\?\w+\)|^\^|^\\A|\$$|\\z$", "", pattern)
    plain = re.sub(r"\\([^\w\s])", "\x00", pattern).replace("\\n", "\n")
    return "" if re.search(r"[\[\](){}*+?|\\]", plain) or len(plain) < 2 else plain.replace("\x00", " ").split("\n")[0]


def mails_in(folder: Path) -> Iterator[Path]:
    yield from (file for file in sorted(folder.iterdir()) if file.is_file() and not file.name.startswith("."))
