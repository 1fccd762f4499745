"""The plan as a Word document. It holds no private link."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO

from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from directory.navigation.languages import language_tag
from search.languages import spoken_language

from .plan_rows import day_words
from .standing import Gap

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BOX, DOTS = "\u2610", "\u2026" * 5
WIDTHS = (Mm(16), Mm(79), Mm(26), Mm(31), Mm(28))
MARGIN = Mm(15)
BODY_FONT = "Arial"

# What no XML may hold, however it is written.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Absolute = Callable[[str], str]


def plan_document(gaps: Sequence[Gap], *, summary: str, made: date, absolute: Absolute) -> bytes:
    """The plan as a file. `absolute` makes a whole address of a path, for links to the guides."""
    document = _new_document(made)
    document.add_heading(_("Our plan to be ready"), level=1)
    document.add_paragraph(f"{summary} {_('Plan made %(day)s.') % {'day': day_words(made)}}")
    document.add_paragraph(_("Next look together: %(dots)s") % {"dots": DOTS})
    table = document.add_table(rows=len(gaps) + 1, cols=len(WIDTHS), style="Table Grid")
    _lay_out(table)
    # The rows are read once: to ask the table for each of 500 takes minutes.
    head, *rows = list(table.rows)
    _write_head(head)
    for row, gap in zip(rows, gaps, strict=True):
        _write_row(row, gap, absolute)
    document.add_paragraph()
    document.add_paragraph(
        _("Must: law, or a standard or contract, in the place named. Should: a named standard. We suggest: ours.")
    )
    document.add_paragraph(_("This file holds no private link. Write roles, not names."))
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _new_document(made: date) -> WordDocument:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    properties = document.core_properties
    properties.title, properties.language = _("Our plan to be ready"), language_tag(spoken_language())
    properties.author = properties.last_modified_by = "Peer Support Hub"
    properties.comments = ""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = BODY_FONT, Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), language_tag(spoken_language()))
    normal.element.get_or_add_rPr().append(language)
    title = document.styles["Heading 1"]
    title.font.size = Pt(22)
    title.font.color.rgb = None
    fonts = title.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    title.font.name = BODY_FONT
    return document


def _lay_out(table: Table) -> None:
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = width


def _write_head(row: _Row) -> None:
    words = (_("Done"), _("What to do, where we are, what to read"), _("Level"), _("Who (role)"), _("By"))
    for cell, text, width in zip(row.cells, words, WIDTHS, strict=True):
        cell.width = width
        _write(cell.paragraphs[0], text, bold=True, size=9)
    # Word repeats it on every page, and screen readers take it for the head.
    _mark(row, "w:tblHeader")
    _mark(row, "w:cantSplit")


def _write_row(row: _Row, gap: Gap, absolute: Absolute) -> None:
    question, answer = gap.question, gap.answer
    cells = row.cells
    for cell, width in zip(cells, WIDTHS, strict=True):
        cell.width = width
    _write(cells[0].paragraphs[0], BOX, size=14)
    _write_task(cells[1], gap, absolute)
    _write(cells[2].paragraphs[0], question.strength, bold=question.is_must)
    _write(cells[3].paragraphs[0], answer.role or DOTS)
    _write(cells[4].paragraphs[0], day_words(answer.due) or DOTS)
    _mark(row, "w:cantSplit")


def _write_task(cell: _Cell, gap: Gap, absolute: Absolute) -> None:
    question, answer = gap.question, gap.answer
    _write(cell.paragraphs[0], question.text, bold=True)
    where = cell.add_paragraph()
    _write(where, f"{answer.said} {_('Read:')} ", size=10)
    _link(where, question.chapter_words, absolute(question.chapter_url))


def _write(paragraph: Paragraph, text: str, *, bold: bool = False, size: int = 11) -> None:
    run = paragraph.add_run(_NOT_IN_XML.sub("", text))
    run.bold, run.font.size = bold, Pt(size)
    paragraph.paragraph_format.space_after = Pt(2)


def _link(paragraph: Paragraph, text: str, address: str) -> None:
    """A link, which python-docx has no call for."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(_NOT_IN_XML.sub("", text))
    run.underline, run.font.size = True, Pt(10)
    link.append(run._element)
    paragraph._p.append(link)


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
