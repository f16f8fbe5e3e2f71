"""An invented campaign of two case studies, in English and Welsh: they are told with care, and nobody is given away."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from calling import Call
from pdf.reading import collisions, faults, read, validated
from report_builder.build import Built, Prepared, build_edition, editions_of, load, prepare
from report_builder.cache import Cache
from report_builder.document.blocks import Document
from report_builder.docx.text import plain_text
from report_builder.output import File
from report_builder.pipe.writers import WRITERS
from report_builder.verify.check import verify

from .reading_order import reading_order

HERE = Path(__file__).parent
STORIES = HERE / "stories"
SECRETS = ("Wrth-Ymyl", "folder 12", "locked cabinet", "2026-09-30", "2025-10-01")
LANGUAGES = ("en-GB", "cy")


@cache
def prepared() -> Prepared:
    return prepare(load(STORIES, Cache()))


@cache
def built(language: str) -> Built:
    edition = next(e for e in editions_of(prepared().project) if e.language == language)
    return build_edition(prepared(), edition, Cache())


def document(language: str) -> Document:
    work = built(language).checked.work
    assert work is not None
    return work.document


def pdf(language: str) -> bytes:
    return next(f.data for f in built(language).files if f.name.endswith(".pdf"))


def everything(files: list[File]) -> Iterator[tuple[str, bytes]]:
    """The bytes of every file, unpacked: what is inside archives, and the streams and words of a PDF."""
    for file in files:
        yield file.name, file.data
        if file.data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(file.data)) as inside:
                yield from everything([File(name, inside.read(name), "") for name in inside.namelist()])
        elif file.data.startswith(b"%PDF"):
            yield file.name, reading_order(read(file.data)).encode()
            with pikepdf.open(io.BytesIO(file.data)) as opened:
                for thing in opened.objects:
                    yield file.name, thing.unparse()
                    if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") != "/Image":
                        yield file.name, thing.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wrong_with_it(language: str) -> None:
    """Neither with the campaign nor with the numbers on its pages."""
    assert () == built(language).checked.problems
    assert () == verify(pdf(language), "stories.pdf").problems


def _in(secret: str, data: bytes) -> bool:
    return any(secret.encode(encoding) in data for encoding in ("utf-8", "utf-16-be", "utf-16-le"))


def test_who_agreed_is_in_no_file(tmp_path: Path, call: Call) -> None:
    """Nor where the consent is kept, how long it holds and who approved the words: every byte of all that is written,
    of the pages, the account of the run and the pack, whether a build succeeds or fails."""
    project = shutil.copytree(STORIES, tmp_path / "stories")
    formats = ",".join(name for name in WRITERS if name != "release")
    assert 0 == call("build", "--all-editions", "--formats", formats, project).exit_code
    assert 0 == call("pack", project).exit_code
    story = project / "report/sections/mari.md"
    leaking = story.read_text("utf-8").replace("in Northtown that", "in Northtown, near Non’s house, that")
    story.write_text(leaking, encoding="utf-8")
    refused = call("build", project)
    assert (1, True) == (refused.exit_code, "error[I025]" in refused.err)
    written = [File(p.name, p.read_bytes(), "") for p in sorted((project / "build").rglob("*")) if p.is_file()]
    assert {"results.json", "README.txt", "left-in-the-dark-facts.json"} <= {file.name for file in written}
    found = {(name, secret) for name, data in everything(written) for secret in SECRETS if _in(secret, data)}
    assert set() == found
    assert any(_in("Mari", data) for _, data in everything(written))


def test_an_edition_alone_is_that_of_the_run() -> None:
    """The same bytes, made again."""
    edition = editions_of(prepared().project)[0]
    again = build_edition(prepare(load(STORIES, Cache())), edition, Cache())
    assert built("en-GB").files == again.files


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_reads_as_before(language: str, request: pytest.FixtureRequest) -> None:
    """An article of its own, the warning a note before the story; `--regenerate` writes it anew."""
    golden = HERE / f"stories-{language}.txt"
    text = reading_order(read(pdf(language)))
    if request.config.getoption("--regenerate"):
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text


def test_pages_are_whole_and_conform(tmp_path: Path) -> None:
    """A ground that breaks over pages is an artifact; veraPDF finds nothing against PDF/UA-1 and PDF/A-3a."""
    for language in LANGUAGES:
        reading = read(pdf(language))
        assert ([], []) == (faults(reading), collisions(reading))
        (tmp_path / f"{language}.pdf").write_bytes(pdf(language))
    assert [] == validated(sorted(tmp_path.glob("*.pdf")))


def test_as_plain_text() -> None:
    """The warning before the story, help after it, in one language as in the other."""
    for language, said in (
        (
            "en-GB",
            ["Content warning: ", "Mari, sixteen, from Northtown. Names have been changed.", "If you need help: "],
        ),
        (
            "cy",
            ["Rhybudd cynnwys: ", "Mari, un ar bymtheg oed, o Northtown. Newidiwyd yr enwau.", "Os oes angen help "],
        ),
    ):
        text = plain_text(document(language)).decode()
        places = [text.find(words) for words in said]
        assert -1 not in places
        assert places == sorted(places)
