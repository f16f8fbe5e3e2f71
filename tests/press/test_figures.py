"""The figures of a report as tables."""

from __future__ import annotations

from press.made import composed
from report_builder.press.figures import figures_sheet, table_sheets
from report_builder.press.sheet import Number


def test_every_figure_printed_has_a_row_and_its_number() -> None:
    """The number in the sheet is the fact's own."""
    view, _, ledger = composed()
    sheet = figures_sheet(view, ledger)
    printed = [entry for entry in ledger.facts if entry.printed]
    assert [entry.id for entry in printed] == [row[-1] for row in sheet.rows]
    for entry, row in zip(printed, sheet.rows, strict=True):
        assert entry.value == (row[1].value if isinstance(row[1], Number) else None)
        assert len(sheet.head) == len(row)


def test_what_stands_beside_a_figure_goes_with_it() -> None:
    """The base of a percentage, the caveat of a part year, the source of each."""
    view, _, ledger = composed()
    rows = {row[-1]: row for row in figures_sheet(view, ledger).rows}
    snapchat, total, gwent = (
        rows["platform[snapchat]"],
        rows["offences[wales, 2017/18]"],
        rows["offences[gwent, 2020/21]"],
    )
    assert "1,824" in str(snapchat[8])
    assert "Snapchat" == snapchat[4]
    assert "Dyfed-Powys’s figure for 2017/18 covers six of 12 months." in str(total[9])
    assert "" == gwent[1]
    assert "no figure published" in str(gwent[0])
    assert all(row[10] for row in rows.values())


def test_a_table_keeps_its_figures_as_numbers_and_its_marks_as_words() -> None:
    """n/a is no zero, and no number either."""
    view, made, _ = composed()
    (table,) = table_sheets(view, made)
    gwent = next(row for row in table.rows if row[0] == "Gwent")
    assert ["44", "26", "144", "n/a", "26", "58", "67"] == [
        cell.plain if isinstance(cell, Number) else cell for cell in gwent[1:]
    ]
    assert any("add up to 564" in note for note in table.about)
