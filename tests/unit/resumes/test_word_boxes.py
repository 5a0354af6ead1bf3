"""Text boxes that Word puts on the page are read where they stand, in whatever order the file names them."""

from tests.unit.resumes.test_documents import docx_of, texts

from vivier.resumes.opening import open_file

POINT = 12700


def paragraphs(*lines: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" if line else "<w:p/>" for line in lines)


def anchored(box: str, x: int, y: int, width: int, height: int, of: str = "page") -> str:
    """A floating box: points from the corner of the page, or from its paragraph."""
    return (
        '<w:p><w:r><w:drawing><wp:anchor xmlns:wp="wp">'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x * POINT}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{of}"><wp:posOffset>{y * POINT}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width * POINT}" cy="{height * POINT}"/>{box}</wp:anchor></w:drawing></w:r></w:p>'
    )


def boxed(*lines: str) -> str:
    return f'<wps:wsp xmlns:wps="wps"><w:txbxContent>{paragraphs(*lines)}</w:txbxContent></wps:wsp>'


def read(body: str) -> list[str]:
    return texts(open_file(docx_of(body), "cv.docx"))


def test_a_name_that_the_file_ends_with_is_read_where_it_stands_at_the_head() -> None:
    posts = anchored(boxed("Expérience", "Soudeur - 2015 à 2020"), 40, 200, 500, 300)
    name = anchored(boxed("Yanis Kerbrat"), 40, 30, 500, 60)

    assert read(posts + "<w:p/>" + name) == ["Yanis Kerbrat", "Expérience", "Soudeur - 2015 à 2020"]


def test_a_box_anchored_to_an_empty_paragraph_further_down_stands_lower() -> None:
    first = anchored(boxed("Yanis Kerbrat"), 40, 0, 500, 20, of="paragraph")
    second = anchored(boxed("Soudeur"), 40, 5, 500, 20, of="paragraph")

    assert read(first + "<w:p/><w:p/>" + second) == ["Yanis Kerbrat", "Soudeur"]


def test_a_sidebar_drawn_as_a_box_stands_beside_the_posts() -> None:
    sidebar = anchored(boxed("Contact", "Rennes"), 400, 100, 160, 400)
    posts = anchored(boxed("Expérience", "Soudeur"), 40, 100, 340, 400)

    opened = open_file(docx_of(sidebar + posts), "cv.docx")
    lines = {b["Text"]: b["Geometry"]["BoundingBox"] for b in opened.blocks if b["BlockType"] == "LINE"}

    assert lines["Contact"]["Left"] > lines["Expérience"]["Left"]
    assert lines["Contact"]["Top"] == lines["Expérience"]["Top"]


def test_the_boxes_of_a_group_stand_where_its_units_say() -> None:
    def shape(text: str, y: int) -> str:
        return (
            f'<wps:wsp xmlns:wps="wps"><wps:spPr><a:xfrm xmlns:a="a"><a:off x="0" y="{y}"/><a:ext cx="500" cy="40"/>'
            f"</a:xfrm></wps:spPr><w:txbxContent>{paragraphs(text)}</w:txbxContent></wps:wsp>"
        )

    group = (
        '<wpg:wgp xmlns:wpg="wpg"><wpg:grpSpPr><a:xfrm xmlns:a="a"><a:off x="0" y="0"/><a:ext cx="500" cy="100"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="500" cy="100"/></a:xfrm></wpg:grpSpPr>{shape("Soudeur", 50)}'
        f"{shape('Yanis Kerbrat', 0)}</wpg:wgp>"
    )

    assert read(anchored(group, 40, 40, 500, 100)) == ["Yanis Kerbrat", "Soudeur"]


def test_dates_in_boxes_beside_the_posts_stand_in_the_rows_of_what_they_date() -> None:
    def bold(text: str) -> str:
        return f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"

    told = f"{bold('Agent recenseur')}{paragraphs('Enquêtes à domicile')}{bold('Cartographe')}{paragraphs('Relevés')}"
    dates = anchored(boxed("15 mai 2021 – 14 juin 2021"), 40, 100, 90, 30) + anchored(
        boxed("Octobre 2020"), 40, 300, 90, 30
    )
    posts = anchored(f'<wps:wsp xmlns:wps="wps"><w:txbxContent>{told}</w:txbxContent></wps:wsp>', 150, 100, 400, 400)

    assert read(dates + posts) == [
        "15 mai 2021 – 14 juin 2021",
        "Agent recenseur",
        "Enquêtes à domicile",
        "Octobre 2020",
        "Cartographe",
        "Relevés",
    ]


def test_a_heading_laid_over_a_large_box_stands_in_the_lines_left_empty_for_it() -> None:
    large = anchored(boxed("Yanis Kerbrat", "", "", "", "2015 - 2020 Soudeur, Kantéga"), 0, 20, 600, 700)
    heading = anchored(boxed("Expérience"), 60, 100, 200, 20)

    assert read(large + heading) == ["Yanis Kerbrat", "Expérience", "2015 - 2020 Soudeur, Kantéga"]


def test_an_old_shape_says_its_place_in_its_style() -> None:
    def shape(text: str, top: int) -> str:
        style = f"position:absolute;margin-left:20pt;margin-top:{top}pt;width:400pt;height:40pt"
        return (
            f'<w:p><w:r><w:pict><v:shape xmlns:v="v" style="{style};mso-position-vertical-relative:page"><v:textbox>'
            f"<w:txbxContent>{paragraphs(text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        )

    assert read(shape("Soudeur", 200) + shape("Yanis Kerbrat", 30)) == ["Yanis Kerbrat", "Soudeur"]


def test_what_stands_between_text_keeps_the_order_of_the_file() -> None:
    box = anchored(boxed("Loisirs"), 40, 30, 500, 20)

    assert read(paragraphs("Yanis Kerbrat") + box + paragraphs("Soudeur")) == ["Yanis Kerbrat", "Loisirs", "Soudeur"]
