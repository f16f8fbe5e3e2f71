"""Every number in every file of a pack is a fact of the ledger in it, and one that is not is named."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from msgspec.structs import replace

from press.packed import Read, packed
from press.reading import READERS, faults
from press.spoiling import MOVED, spoilt
from report_builder.output import File


@pytest.mark.parametrize(("area", "language"), [("wales", "en-GB"), ("wales", "cy"), ("gwent", "en-GB")])
def test_every_number_in_every_file_is_its_fact(area: str, language: str) -> None:
    """Of the whole nation in both languages, and of one force."""
    assert [] == faults(packed(area, language))


@pytest.mark.parametrize("what", MOVED)
def test_a_number_that_was_changed_is_named(what: str) -> None:
    """With its file; by the reader that found none in the pack as it was made."""
    ending, how, named = MOVED[what]
    pack = packed("wales", "en-GB")
    name = next(name for name in pack.files if name.endswith(ending))
    found = faults(_with(pack, spoilt(pack.files[name], how)), name)
    assert [fault for fault in found if fault.startswith(f"{name}: ") and named in fault], found


def test_every_kind_of_file_was_spoilt() -> None:
    """So that no reader is trusted untried."""
    pack = packed("wales", "en-GB")
    assert set(READERS) == {PurePosixPath(name).suffix for name in pack.files}
    assert set(READERS) == {suffix for suffix in READERS if any(end.endswith(suffix) for end, _, _ in MOVED.values())}


def test_a_chart_that_draws_another_number_is_named() -> None:
    """Its labels are those of its own marks, whatever other facts there are."""
    pack = packed("wales", "en-GB")
    pictures = {
        name: replace(shown, inside=tuple("559" if text == "333" else text for text in shown.inside))
        for name, shown in pack.pictures.items()
    }
    found = faults(replace(pack, pictures=pictures))
    assert {"charts/1-south-wales-recorded-the-most.svg: 559 in: 559"} < set(found)
    assert 4 == len(found)


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        (File("film.mp4", b"", "video/mp4"), "film.mp4: nobody reads files of this kind back: add a reader"),
        (File("91-offences.txt", b"", "text/plain"), "its name has a number"),
    ],
)
def test_a_file_that_is_new_does_not_pass_unread(file: File, fault: str) -> None:
    """A kind without a reader, and a number in a name."""
    assert [found for found in faults(_with(packed("wales", "en-GB"), file), file.name) if fault in found]


def _with(pack: Read, file: File) -> Read:
    return replace(pack, files={**pack.files, file.name: file})
