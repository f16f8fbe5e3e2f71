"""Complaints about cells gathered into problems: a thousand cells with one text are one problem."""

from __future__ import annotations

from report_builder.problems import Problem, Where, problem
from report_builder.tables.clean import Complaint
from report_builder.tables.dataset import Cell


class Complaints:
    """Everything that is wrong with the cells of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._cells: dict[Complaint, list[Cell]] = {}
        self._figures: dict[int, int] = {}  # row to its number of figures

    def add(self, complaint: Complaint | None, cell: Cell) -> None:
        """Counts the cell, and its complaint where there is one."""
        self._figures[cell.row] = self._figures.get(cell.row, 0) + 1
        if complaint is not None:
            self._cells.setdefault(complaint, []).append(cell)

    def problems(self, all_blank_is_a_row: bool) -> list[Problem]:
        """One problem for each text that cannot be read, at the first cell that holds it."""
        out: list[Problem] = []
        for complaint, cells in self._cells.items():
            if complaint.code == "D021" and all_blank_is_a_row:
                cells = self._without_bare_rows(cells, out)
            if cells:
                more = f"{len(cells) - 1} more cells like it" if len(cells) > 2 else "one more cell like it"
                notes = (*complaint.notes, more) if len(cells) > 1 else complaint.notes
                where = Where(self.file, row=cells[0].row, column=cells[0].column)
                out.append(problem(complaint.code, complaint.message, where, *notes, help=complaint.help))
        return out

    def _without_bare_rows(self, blanks: list[Cell], out: list[Problem]) -> list[Cell]:
        """The blank cells of rows that hold some figure; rows that hold none (a note, a heading) become one problem."""
        by_row: dict[int, int] = {}
        for cell in blanks:
            by_row[cell.row] = by_row.get(cell.row, 0) + 1
        bare = [row for row, count in by_row.items() if count == self._figures[row] and count > 1]
        if bare:
            rows = ", ".join(map(str, bare[:8])) + (" and more" if len(bare) > 8 else "")
            subject = f"rows {rows} have" if len(bare) > 1 else f"row {rows} has"
            message = f"{subject} a name and no figure"
            help = f"if it is a note under the table, end the table with `last_row: {bare[0] - 1}`; else fill it in"
            out.append(problem("D021", message, Where(self.file, row=bare[0]), help=help))
        return [cell for cell in blanks if cell.row not in bare]
