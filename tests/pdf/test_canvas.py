"""What the canvas leaves behind for the text that comes after."""

from __future__ import annotations

import io

import pikepdf

from report_builder.brand.theme import Theme
from report_builder.document.blocks import Paragraph, Run
from report_builder.pdf.write import write

from .briefing import drawings, runs, with_blocks


def test_a_note_s_mark_raises_nothing_after_it(theme: Theme) -> None:
    """The rise of a mark at the end of a paragraph ends with it: a text object never hands one on."""
    document = with_blocks(Paragraph((*runs("A remark."), Run("1", note=1))), Paragraph(runs("The next paragraph.")))
    rises, rise = [], 0.0
    for page in pikepdf.open(io.BytesIO(write(document, drawings(theme), theme).data)).pages:
        for instruction in pikepdf.parse_content_stream(page):
            if str(instruction.operator) == "Ts":
                rise = float(instruction.operands[0])
                rises.append(rise)
            elif str(instruction.operator) == "ET":
                assert rise == 0.0
    assert any(rises)
