"""What is in a pack: for programs (manifest.json) and for people (README.txt, in the report's language)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from msgspec import Struct

from report_builder.output import File
from report_builder.words.language import Language


class Packed(Struct, frozen=True):
    """A file of the pack, and the sentence that says what it is (a name of `Language.sentences`)."""

    file: File
    what: str
    parts: Mapping[str, str] = {}

    def told(self, language: Language) -> str:
        return language.say(self.what, **self.parts)


def manifest(packed: Sequence[Packed], about: Mapping[str, object], language: Language) -> bytes:
    """Names, sizes and checksums of the files, and what they were made with; JSON."""
    files = [
        {
            "name": one.file.name,
            "what": one.told(language),
            "media_type": one.file.media_type,
            "bytes": len(one.file.data),
            "sha256": one.file.sha256,
        }
        for one in packed
    ]
    return (json.dumps({**about, "files": files}, ensure_ascii=False, indent=1) + "\n").encode()


def readme(title: str, lines: Sequence[str], packed: Sequence[Packed], language: Language) -> bytes:
    """What each file is, a paragraph a file, with the line ends of Windows that every mail program shows."""
    told = [f"{one.file.name}\n  {one.told(language)}" for one in packed]
    head = [title, *lines, language.say("pack readme")]
    whole = "\n\n".join([*(line for line in head if line), *told])
    return (whole + "\n").replace("\n", "\r\n").encode()
