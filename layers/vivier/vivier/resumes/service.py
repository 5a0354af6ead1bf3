"""Reading a CV: Blocks in, a profile with its evidence out. Pure but for `recognise`, which the caller gives."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from vivier.law.prohibited import ProhibitedKind
from vivier.resumes.abilities.credentials import read_certifications, read_licences, read_publications
from vivier.resumes.abilities.skills import read_skills
from vivier.resumes.abilities.tongues import read_languages
from vivier.resumes.certainty.confidence import fields_to_check
from vivier.resumes.cvness import cv_score
from vivier.resumes.layout.boxes import boxes_of, parted_cells, parted_words
from vivier.resumes.layout.cards import Cards, cards_of
from vivier.resumes.layout.columns import columns_of
from vivier.resumes.layout.lines import FAR, Cell, Row, cells_of, edge_beside, edge_elsewhere, right_edge, rows_of
from vivier.resumes.layout.recognised_words import set_right
from vivier.resumes.layout.running import parted
from vivier.resumes.layout.small_letters import written_large
from vivier.resumes.layout.words import Block, Word, panels_by_page, union_box, words_by_page
from vivier.resumes.model import (
    Box,
    Dropped,
    PageCell,
    PageLine,
    PageLink,
    PageSize,
    PageText,
    Profile,
    Reading,
    TextSource,
)
from vivier.resumes.opening.models import Box as OpenedBox
from vivier.resumes.opening.models import OpenedFile, OpenedPage
from vivier.resumes.person.contacts import read_emails, read_phones
from vivier.resumes.person.country import country_of, language_of
from vivier.resumes.person.feet import with_feet, with_said_ends
from vivier.resumes.person.headline import read_headline, read_summary
from vivier.resumes.person.links import read_links
from vivier.resumes.person.location import read_location
from vivier.resumes.person.name import read_name
from vivier.resumes.posts.experience import read_experience
from vivier.resumes.posts.practice import with_practice
from vivier.resumes.posts.prose import tells_more, told_in_sentences
from vivier.resumes.refinement import Ask, refine
from vivier.resumes.structure.document import Document, apply_law
from vivier.resumes.structure.section import Section
from vivier.resumes.structure.sections import RUNNING, rows_in_order, sections_of
from vivier.resumes.studies.among_posts import as_study, studies_among
from vivier.resumes.studies.education import labelled_studies, read_education
from vivier.resumes.studies.tickets import without_tickets

MAX_PAGES = 30
MAX_LINE = 2_000
PROSE = ("header", "summary", "unknown", "experience", "education", "other")
WIDE_SPACE = 0.5  # of a letter's size; a space is about half of that

Recognise: TypeAlias = Callable[[OpenedPage], list[dict[str, Any]]]


def read(opened: OpenedFile, recognise: Recognise, hint: str | None = None, ask: Ask | None = None) -> Reading:
    """The reading of an opened file; pages without text go through `recognise`, whose errors pass through."""
    blocks: list[Block] = list(opened.blocks)
    for page in opened.pages:
        if page.text_source == "none" and page.ocr_image is not None:
            blocks.extend({**block, "Page": page.number} for block in recognise(page))
    reading = read_blocks(blocks, links_of(opened), page_sizes(opened), hint, portraits_of(opened), ask)
    return reading.model_copy(update={"flags": {str(flag) for flag in opened.flags} | reading.flags})


def page_sizes(opened: OpenedFile) -> list[PageSize]:
    """The pages of an opened file as `read_blocks` wants them."""
    return [
        PageSize(
            number=page.number,
            width=max(1.0, page.width),
            height=max(1.0, page.height),
            source=TextSource.NATIVE if page.text_source == "native" else TextSource.TEXTRACT,
        )
        for page in opened.pages
    ]


def links_of(opened: OpenedFile) -> list[PageLink]:
    """The links of an opened file as `read_blocks` wants them; boxes end at the edges of the page."""
    return [
        PageLink(page=max(1, link.page), url=link.url[:2_000], box=_on_page(link.box) if link.box is not None else None)
        for link in opened.links
    ]


def portraits_of(opened: OpenedFile) -> list[Box]:
    """The places of likely photos as `read_blocks` wants them."""
    return [_on_page(box) for box in opened.portraits]


def _on_page(box: OpenedBox) -> Box:
    return Box.model_validate(box.model_dump() | {"page": max(1, box.page)})


def read_blocks(
    blocks: Iterable[Block],
    links: Sequence[PageLink],
    pages: Sequence[PageSize],
    hint: str | None = None,
    portraits: Sequence[Box] = (),
    ask: Ask | None = None,
) -> Reading:
    """The reading of Textract-shaped Blocks; `hint`: the language when the text doesn't tell. Never raises.

    `portraits`: where photos of the candidate stand; they are reported as dropped. `ask`: a second opinion on
    experience and education.
    """
    sizes = {page.number: page for page in pages[:MAX_PAGES]}
    blocks = list(blocks)
    words = {number: set_right(found, sizes[number]) for number, found in words_by_page(blocks, sizes).items()}
    panels = panels_by_page(blocks, sizes)
    boxes = {number: boxes_of(found, panels[number]) for number, found in words.items()}
    cards: dict[int, list[list[Cards]]] = {}
    cells: dict[int, list[Cell]] = {}
    first = 1
    for number in sorted(words):
        cards[number], cells[number] = [], []
        for part in parted_words(words[number], boxes[number]):
            carded, rest = cards_of(part, panels[number], first)
            cards[number].append(carded)
            cells[number] += cells_of(rest)
            first += len(part)
    cells, running = parted(written_large(cells), sizes)
    columns: list[list[Row]] = []
    edges: list[tuple[float, float]] = []
    for number in sorted(words):
        made = _columns(parted_cells(cells[number], boxes[number]), sizes[number].width, cards[number])
        edges += [(right_edge(rows), edge_beside(rows, made)) for rows in made]
        columns += made
    for number, (rows, (right, beside)) in enumerate(zip(columns, edges, strict=True)):
        edge = min(edge_elsewhere(rows, columns, edges) if right >= FAR else right, beside)
        left = min(row.left for row in rows)
        for row in rows:
            row.column, row.edge, row.limit = number, left, row.limit or edge
    document = _document(columns, running, list(links), hint)
    profile, flags = _profile(document), set[str]()
    if ask:
        profile, flags = refine(profile, document.rows_of("experience", "education"), ask)
    profile = with_practice(profile)
    return Reading(
        language="fr" if document.language == "fr" else "en",
        profile=profile,
        pages=[_page_text(sizes[number], document.rows) for number in sorted(sizes)],
        dropped=[*_dropped(document), *_photos(portraits)],
        flags=flags,
        is_cv=cv_score(document, profile),
        to_check=fields_to_check(profile),
    )


def _columns(parts: list[list[Cell]], width: float, cards: list[list[Cards]]) -> list[list[Row]]:
    """The columns of a page, of what stands above its boxes, of each box with its cards, and of the rest."""
    made: list[list[Row]] = []
    for part, carded in zip(parts, [[], *cards], strict=True):
        made += columns_of(part, width, carded) if part or carded else []
    return made


def _document(columns: list[list[Row]], running: list[Cell], links: list[PageLink], hint: str | None) -> Document:
    sections = with_said_ends(with_feet(sections_of(columns)))
    by_page = {page: [c for c in running if c.words[0].page == page] for page in {c.words[0].page for c in running}}
    sections += [Section(RUNNING, None, rows_of(by_page[page])) for page in sorted(by_page)]
    rows = rows_in_order(sections)
    for number, row in enumerate(rows):
        row.number = number
    language = language_of(rows, hint)
    dropped = apply_law(sections)
    document = Document(rows, sections, links, dropped, language)
    document.country = country_of(document.contact_rows, rows, language)
    return document


def _profile(document: Document) -> Profile:
    name = read_name(document)
    posts = read_experience([s.rows for s in document.of("experience")])
    studies = read_education([s.rows for s in document.of("education")])
    if not studies and (among := studies_among(posts)):
        posts, studies = [p for p in posts if p not in among], [as_study(p) for p in among]
    told = told_in_sentences(document.rows_of(*PROSE))
    if told is not None and tells_more(told, posts):
        posts, studies = told.posts, told.studies or studies
    studies = studies or labelled_studies(document.rows_of("header", "contact", "summary", "unknown", "skills"))
    studies, tickets = without_tickets(studies)
    return Profile(
        name=name,
        headline=read_headline(document, name),
        summary=read_summary(document),
        location=read_location(document, name.value if name else None),
        emails=read_emails(document, name.value if name else None),
        phones=read_phones(document),
        links=read_links(document, name.value if name else None),
        skills=read_skills(document),
        languages=read_languages(document, told.sentences if told else ()),
        licences=read_licences(document),
        certifications=read_certifications(document, tickets),
        publications=read_publications(document),
        experience=posts,
        education=studies,
    )


def _page_text(size: PageSize, rows: list[Row]) -> PageText:
    lines = [
        PageLine(
            text=row.text.replace("\t", "  ")[:MAX_LINE],
            box=union_box(row.words)[0],
            confidence=round(row.confidence, 3),
            cells=[run for cell in row.cells for run in _runs(cell)],
        )
        for row in rows
        if row.page == size.number
    ]
    return PageText(number=size.number, width=size.width, height=size.height, source=size.source, lines=lines)


def _runs(cell: Cell) -> list[PageCell]:
    """A cell cut where more than a space parts two words; one with a mask in it stays whole, its words being others."""
    if cell.text != " ".join(word.text for word in cell.words):
        return [_page_cell(cell, cell.words, cell.text)]
    runs = [[cell.words[0]]]
    for before, word in pairwise(cell.words):
        if word.left - before.right > WIDE_SPACE * cell.size:
            runs.append([])
        runs[-1].append(word)
    return [_page_cell(cell, words, " ".join(word.text for word in words)) for words in runs]


def _page_cell(cell: Cell, words: list[Word], text: str) -> PageCell:
    box = union_box(words)[0]
    return PageCell(text=text[:MAX_LINE], left=box.left, width=box.width, size=round(cell.size, 1), bold=cell.bold)


def _dropped(document: Document) -> list[Dropped]:
    lines = {}
    counts: dict[int, int] = {}
    for row in document.rows:
        lines[id(row)] = counts.get(row.page, 0)
        counts[row.page] = lines[id(row)] + 1
    return [
        Dropped(kind=span.kind, page=span.row.page, line=lines.get(id(span.row)), boxes=span.boxes)
        for span in document.dropped
    ]


def _photos(portraits: Sequence[Box]) -> list[Dropped]:
    return [Dropped(kind=ProhibitedKind.PHOTO, page=box.page, boxes=[box]) for box in portraits]
