"""Every hostile or broken file ends safely, through the child process that the product uses."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from vivier.resumes.opening import FileKind, FileRefused, Flag, OpenedFile, RefusalReason, open_isolated

BAD = Path(__file__).parents[2] / "cvs" / "bad"


@dataclass(frozen=True)
class Read:
    """What a file that is read comes out as; `has` stands in its text, `lacks` does not."""

    kind: FileKind
    flags: set[Flag] = field(default_factory=set)
    has: str = ""
    lacks: str = "\x00"


OUTCOMES: dict[str, RefusalReason | Read] = {
    "encrypted_userpw.pdf": RefusalReason.PROTECTED,
    "encrypted_owner_only.pdf": Read(FileKind.PDF, {Flag.RESTRICTED}, has="O’Connor"),
    "javascript.pdf": Read(FileKind.PDF, {Flag.ACTIVE_CONTENT_IGNORED}, has="O’Connor", lacks="app.alert"),
    "remote_template.docx": Read(FileKind.DOCX, {Flag.ACTIVE_CONTENT_IGNORED}, has="Camille Lefèvre"),
    "path_traversal.docx": Read(FileKind.DOCX, {Flag.ACTIVE_CONTENT_IGNORED}, has="Camille Lefèvre"),
    "empty.pdf": RefusalReason.EMPTY,
    "garbage.pdf": RefusalReason.UNREADABLE,
    "truncated.pdf": RefusalReason.TRUNCATED,
    "truncated.jpg": RefusalReason.TRUNCATED,
    "docx_named.pdf": Read(FileKind.DOCX, {Flag.TYPE_DIFFERS_FROM_NAME}, has="Camille Lefèvre"),
    "pdf_named.docx": Read(FileKind.PDF, {Flag.TYPE_DIFFERS_FROM_NAME}, has="O’Connor"),
    "exe_named.pdf": RefusalReason.EXECUTABLE,
    "pages_500.pdf": Read(FileKind.PDF, {Flag.TOO_MANY_PAGES}, has="O’Connor"),
    "blank_page.pdf": Read(FileKind.PDF),
    "huge_mediabox.pdf": Read(FileKind.PDF, {Flag.CLAMPED}),
    "decompression_bomb_900MP.png": RefusalReason.TOO_MANY_PIXELS,
    "xxe_billion_laughs.docx": RefusalReason.DANGEROUS_XML,
    "zipbomb.docx": RefusalReason.ZIP_BOMB,
    "macro.docm": RefusalReason.MACRO,
    "legacy.doc": RefusalReason.LEGACY_DOC,
    "latin1.txt": Read(FileKind.TXT, {Flag.DECODED_AS_CP1252}, has="préparateur de commandes", lacks="\ufffd"),
    "utf16.txt": Read(FileKind.TXT, {Flag.DECODED_AS_UTF_16}, has="MAMADOU DIALLO", lacks="\ufffd"),
    "nul_bytes.txt": Read(FileKind.TXT, has="Jean Dupont"),
    "prompt_injection.txt": Read(FileKind.TXT, has="<script>alert(1)</script>"),
    "not_a_cv_invoice.txt": Read(FileKind.TXT, has="FACTURE"),
}


def text_of(opened: OpenedFile) -> str:
    return "\n".join(block["Text"] for block in opened.blocks if block["BlockType"] == "LINE")


def test_every_bad_file_has_an_outcome() -> None:
    names = {path.name for path in BAD.iterdir()} - {"README.md"}

    assert names == OUTCOMES.keys()


@pytest.mark.parametrize("name", sorted(OUTCOMES))
def test_a_bad_file_ends_as_the_contract_says(name: str) -> None:
    expected = OUTCOMES[name]

    if isinstance(expected, RefusalReason):
        with pytest.raises(FileRefused) as refusal:
            open_isolated((BAD / name).read_bytes(), name)
        assert refusal.value.reason is expected
        return

    opened = open_isolated((BAD / name).read_bytes(), name)
    text = text_of(opened)
    assert (opened.kind, opened.flags) == (expected.kind, expected.flags)
    assert expected.has in text
    assert expected.lacks not in text


def test_of_500_pages_the_first_30_are_read() -> None:
    opened = open_isolated((BAD / "pages_500.pdf").read_bytes(), "pages_500.pdf")

    assert (opened.page_count, len(opened.pages)) == (500, 30)


def test_a_blank_page_is_not_sent_to_recognition() -> None:
    opened = open_isolated((BAD / "blank_page.pdf").read_bytes(), "blank_page.pdf")

    assert [page.text_source for page in opened.pages] == ["native"]
    assert [block["BlockType"] for block in opened.blocks] == ["PAGE"]


def test_one_endless_line_is_capped() -> None:
    opened = open_isolated(b"a@" * 1_000_000, "one_line.txt")

    assert opened.flags == {Flag.CAPPED, Flag.TOO_MANY_PAGES}
    assert len(opened.pages) == 30


def test_a_file_over_the_size_limit_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(FileRefused) as refusal:
        open_isolated(b"x" * (10 * 1024 * 1024 + 1), "large.txt")

    assert refusal.value.reason is RefusalReason.TOO_LARGE
