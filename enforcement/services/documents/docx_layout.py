"""The house's own Word template of official documents: red head, number, addressee, body, signature, day."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

LEFT, CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
BODY, HEAD = "仿宋_GB2312", "方正小标宋简体"  # named, not shipped: office programs have or replace them
RED = RGBColor(0xC0, 0x00, 0x00)
LINES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("{{ organ }}", {"size": 26, "align": CENTRE, "font": HEAD, "red": True, "after": 6}),
    ("{{ mark }}", {"size": 12, "align": CENTRE, "rule": True, "after": 12}),
    ("{{ title }}", {"size": 22, "align": CENTRE, "font": HEAD, "after": 6}),
    ("{{ number }}{% if edition %} {{ edition }}{% endif %}", {"size": 14, "align": CENTRE, "after": 12}),
    ("{{ addressee }}", {}),
    ("{%p for block in blocks %}", {}),
    ('{%p if block.kind == "heading" %}', {}),
    ("{{ block.text }}", {"bold": True, "indent": True}),
    ("{%p endif %}", {}),
    ('{%p if block.kind == "paragraph" %}', {}),
    ("{{ block.text }}", {"indent": True}),
    ("{%p endif %}", {}),
    ('{%p if block.kind == "notice" %}', {}),
    ("{{ block.text }}", {"indent": True, "frame": True, "after": 8}),
    ("{%p endif %}", {}),
    ("{%p for row in block.rows %}", {}),
    ("{{ row.label }}：{{ row.value }}", {"indent": True}),
    ("{%p endfor %}", {}),
    ("{%p endfor %}", {}),
    ("{{ signature }}{% if seal %} {{ seal }}{% endif %}", {"align": RIGHT, "before": 30, "keep": True}),
    ("{{ day }}", {"align": RIGHT}),
    ("{%p if link %}", {}),
    ("{{ link_words }}", {"size": 12, "before": 24, "keep": True}),
    ("{{ qr }}", {"size": 20, "keep": True}),
    ("{{ link }}", {"size": 9}),
    ("{%p endif %}", {}),
)  # fmt: skip


@cache
def own_template() -> bytes:
    """The template as a Word file: a start for an organ that wants its own."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for text, look in LINES:
        _line(document, text, **look)
    add_page_number(section.footer.paragraphs[0])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _line(
    document: Any, text: str, *, size: int = 16, align: Any = LEFT, font: str = BODY, **look: Any
) -> None:
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.alignment, shape.line_spacing = align, Pt(28) if size < 20 else None
    shape.space_before, shape.space_after = Pt(look.get("before", 0)), Pt(look.get("after", 0))
    shape.keep_with_next = look.get("keep", False)
    if look.get("indent"):
        shape.first_line_indent = Pt(size * 2)
    if look.get("rule") or look.get("frame"):
        _borders(paragraph, ("bottom",) if look.get("rule") else ("top", "left", "bottom", "right"), look)
    type_run(
        paragraph.add_run(text),
        size=size,
        font=font,
        bold=look.get("bold", False),
        red=look.get("red", False),
    )


def type_run(run: Any, *, size: float, font: str, bold: bool = False, red: bool = False) -> None:
    """Set the type of a run: Latin letters in Times, Chinese ones in ``font``; ``size`` in points."""
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if red:
        run.font.color.rgb = RED


def _borders(paragraph: Any, sides: tuple[str, ...], look: dict[str, Any]) -> None:
    frame = OxmlElement("w:pBdr")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        told = {"val": "single", "sz": "18" if look.get("rule") else "6", "space": "4",
                "color": "C00000" if look.get("rule") else "404040"}  # fmt: skip
        for name, value in told.items():
            edge.set(qn(f"w:{name}"), value)
        frame.append(edge)
    paragraph._p.get_or_add_pPr().append(frame)


def add_page_number(paragraph: Any) -> None:
    """Let the paragraph show the number of its page."""
    paragraph.alignment = CENTRE
    run = paragraph.add_run()
    for kind in ("begin", None, "end"):
        part = OxmlElement("w:instrText" if kind is None else "w:fldChar")
        if kind is None:
            part.text = "PAGE"
        else:
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)
