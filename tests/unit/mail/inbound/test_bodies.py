"""Mail as HTML that may be shown, and as text: what stays, what goes, and what it looks like."""

import pytest

from vivier.mail.inbound import bodies
from vivier.mail.inbound.tree import parse


def safe(html: str) -> str:
    return bodies.safe(html, set())


@pytest.mark.parametrize("tag", ["script", "style", "title", "template", "noscript", "iframe", "svg", "math"])
def test_what_is_no_reading_matter_goes_with_its_words(tag: str) -> None:
    assert safe(f"<p>Avant</p><{tag}>mots cachés</{tag}><p>Après</p>") == "<p>Avant</p><p>Après</p>"


@pytest.mark.parametrize("tag", ["script", "style", "title", "template"])
def test_what_is_no_reading_matter_is_in_no_text_either(tag: str) -> None:
    assert bodies.to_text(f"<p>Avant</p><{tag}>mots cachés</{tag}><p>Après</p>", set()) == "Avant\n\nAprès"


@pytest.mark.parametrize(
    "style",
    [
        "background-color: url(https://suivi.example/p.png)",
        "color: expression(alert(1))",
        "color: r\\65 d",
        "COLOR: URL('https://suivi.example')",
    ],
)
def test_styles_that_could_fetch_or_run_are_dropped_whole(style: str) -> None:
    assert safe(f'<p style="{style}">Bonjour</p>') == "<p>Bonjour</p>"


def test_other_styles_and_words_about_addresses_stay() -> None:
    assert safe('<p style="color:red">Rouge</p>') == '<p style="color:red">Rouge</p>'
    assert safe('<p title="une url">Bulle</p>') == '<p title="une url">Bulle</p>'


@pytest.mark.parametrize(
    "address", ["https://x.example/a", "http://x.example", "mailto:a@x.example", "tel:+33639980017"]
)
def test_links_that_people_use_stay(address: str) -> None:
    assert f'href="{address}"' in safe(f'<a href="{address}">ici</a>')


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/login", "cid:1", "vbscript:x"]
)
def test_links_elsewhere_lose_their_address(address: str) -> None:
    assert "href" not in safe(f'<a href="{address}">ici</a>')


def test_only_the_mails_own_pictures_are_fetched() -> None:
    assert 'src="cid:logo"' in safe('<img src="cid:logo" width="10" height="20">')
    assert "src" not in safe('<img src="https://suivi.example/p.png">')


def test_lists_verbatim_text_and_quotes_read_as_lines() -> None:
    html = (
        "<p>Mes  points :</p><ul><li>un</li><li>deux</li></ul><pre>a  b\n  c</pre><p>x\ny</p>"
        "<blockquote>Vous écriviez<br>ceci</blockquote><p>Fin</p>"
    )

    assert bodies.to_text(html, set()) == (
        "Mes points :\n\n- un\n- deux\na  b\n  c\n\nx y\n\n> Vous écriviez\n> ceci\n\nFin"
    )


def test_what_a_comment_hides_is_shown_nowhere() -> None:
    html = "<p>Avant<!-- caché --></p><!--[if mso]><p>Outlook</p><![endif]--><p>Après</p>"

    assert safe(html) == "<p>Avant</p><p>Après</p>"
    assert bodies.to_text(html, set()) == "Avant\n\nAprès"


@pytest.mark.parametrize("opening", ['<span class="gmail_quote">', '<hr id="divRplyFwdMsg">'])
def test_a_quote_that_begins_in_the_middle_of_a_line_ends_it(opening: str) -> None:
    assert bodies.to_text(f"Bonjour {opening}hier", set()) == f"Bonjour\n{bodies.MARK}\nhier"


def test_cells_and_broken_lines_read_as_lines_and_what_is_left_empty_stays_so() -> None:
    assert bodies.to_text("<table><tr><th>un</th><td>deux</td></tr></table>", set()) == "un\ndeux"
    assert bodies.to_text("un<br><br>deux<br>trois", set()) == "un\n\ndeux\ntrois"


def test_a_text_is_cut_where_nobody_reads_on_and_says_so() -> None:
    def read(length: int) -> tuple[int, set[str]]:
        flags: set[str] = set()
        body = bodies.bodies(parse(b"Content-Type: text/plain\n\n" + b"x" * length, flags), flags)
        return len(body.text), flags

    assert read(bodies.MOST_TEXT) == (bodies.MOST_TEXT, set())
    assert read(bodies.MOST_TEXT + 1) == (bodies.MOST_TEXT, {"text_cut"})


def test_html_that_is_woven_too_deep_is_shown_as_its_words_and_says_so() -> None:
    flags: set[str] = set()

    assert bodies.safe("<div>" * 400 + "<b>profond</b>", flags).strip() == "profond"
    assert flags == {"html_strange"}
    assert bodies.safe("<div>x</div>" * 400, flags := set()).count("<div>") == 400
    assert flags == set()


KEPT = {
    "p": ("align", "dir", "lang", "style", "title", "valign"),
    "a": ("href",),
    "img": ("alt", "height", "src", "width"),
    "td": ("bgcolor", "colspan", "height", "rowspan", "width"),
    "th": ("bgcolor", "colspan", "height", "rowspan", "width"),
    "table": ("bgcolor", "border", "cellpadding", "cellspacing", "width"),
    "font": ("color", "face", "size"),
}
VALUES = {"style": "color:red", "href": "https://x.example/", "src": "cid:logo"}
INSIDE = {
    "td": "<table><tbody><tr>{}</tr></tbody></table>",
    "th": "<table><tbody><tr>{}</tr></tbody></table>",
}


@pytest.mark.parametrize(("tag", "name"), [(tag, name) for tag, names in KEPT.items() for name in names])
def test_what_lays_a_mail_out_stays(tag: str, name: str) -> None:
    said = f'{name}="{VALUES.get(name, "1")}"'
    element = f"<{tag} {said}>" if tag == "img" else f"<{tag} {said}>x</{tag}>"

    assert said in safe(INSIDE.get(tag, "{}").format(element))


@pytest.mark.parametrize(
    ("tag", "name"), [("p", "onclick"), ("p", "href"), ("a", "target"), ("img", "srcset"), ("p", "class"), ("td", "id")]
)
def test_what_acts_or_is_named_for_scripts_goes(tag: str, name: str) -> None:
    assert f"{name}=" not in safe(INSIDE.get(tag, "{}").format(f'<{tag} {name}="x">x</{tag}>'))


@pytest.mark.parametrize(
    ("html", "strange"),
    [
        ("<div>" * 250 + "x", False),
        ("<div>" * 251 + "x", True),
        ("<DIV>" * 251 + "x", True),
        ("<div></div></div></div>" * 200 + "<div>" * 250, False),  # what nobody opened closes nothing
        ("<br><img><p>x" * 400, False),
        ("&amp;" * 20_000, False),
        ("&amp;" * 20_001, True),
        (f"<b {'x' * 19_998}>", False),
        (f"<b {'x' * 19_999}>", True),
    ],
)
def test_html_that_a_parser_would_not_end_with_is_said_to_be_strange(html: str, strange: bool) -> None:
    flags: set[str] = set()
    bodies.safe(html, flags)

    assert flags == ({"html_strange"} if strange else set())


def test_html_that_nobody_would_read_to_its_end_is_cut() -> None:
    flags: set[str] = set()

    assert len(bodies.safe("x" * 1_000_001, flags)) == 1_000_000
    assert flags == {"html_cut"}
    assert len(bodies.safe("x" * 1_000_000, flags := set())) == 1_000_000
    assert flags == set()


def test_pictures_that_are_written_out_do_not_count() -> None:
    flags: set[str] = set()

    assert bodies.safe(f'<p>x</p><img src="data:image/png;base64,{"A" * 1_000_000}">', flags).startswith("<p>x</p>")
    assert "html_strange" not in flags


def test_words_before_the_first_and_after_the_last_tag_are_read() -> None:
    assert bodies.to_text("Avant <b>et</b> après", set()) == "Avant et après"


def test_marks_of_quotes_leave_the_text_and_say_before_which_line_they_stood() -> None:
    assert bodies._unmarked(f"un\n{bodies.MARK}\ndeux") == ("un\ndeux", [1])
    assert bodies._unmarked("un\ndeux") == ("un\ndeux", [])
