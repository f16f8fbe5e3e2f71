"""Changes that someone might make to a finished PDF, by accident or not."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf

from report_builder.verify.glyphs import glyphs_of


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The file after a change, saved again."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def reworded(data: bytes, page: int, old: str, new: str, nth: int = 1) -> bytes:
    """The file with the `nth` showing of `old` on a page (from 1) drawn as `new`, in the same font."""

    def change(pdf: pikepdf.Pdf) -> None:
        leaf = pdf.pages[page - 1]
        glyphs = glyphs_of(None)
        out: list[Any] = []
        seen = 0
        for instruction in pikepdf.parse_content_stream(leaf):
            operands, operator = list(instruction.operands), str(instruction.operator)
            if operator == "Tf":
                glyphs = glyphs_of(leaf.obj.Resources.Font[str(operands[0])])
            if operator == "Tj" and old in (words := glyphs.words(bytes(operands[0]))):
                seen += 1
                if seen == nth:
                    codes = {character: code for code, character in glyphs.characters.items()}
                    operands = [pikepdf.String(bytes(codes[c] for c in words.replace(old, new)))]
            out.append((operands, instruction.operator))
        assert seen >= nth, f'"{old}" stands {seen} times on page {page}'
        leaf.Contents = pdf.make_stream(pikepdf.unparse_content_stream(out))

    return changed(data, change)


def described(data: bytes, old: str, new: str) -> bytes:
    """The file with `old` as `new` in the descriptions of its pictures."""

    def change(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item and "/S" in item:
                item.Alt = pikepdf.String(str(item.Alt).replace(old, new))

    return changed(data, change)


def attached(data: bytes, name: str, change_of: Callable[[bytes], bytes] | None) -> bytes:
    """The file with another content of an attachment, or without it."""

    def change(pdf: pikepdf.Pdf) -> None:
        before = pdf.attachments[name].get_file().read_bytes()
        del pdf.attachments[name]
        if change_of is not None:
            after = change_of(before)
            assert before != after
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, after, filename=name)

    return changed(data, change)
