"""The ledger of the example says what the example prints."""

from __future__ import annotations

import io
import json
from fractions import Fraction

import jsonschema
import pikepdf

from example import ROOT, example, example_ledger, example_pdf
from report_builder.build import build, load
from report_builder.cache import Cache
from report_builder.facts.ledger import schema


def test_follows_its_schema() -> None:
    """The example's ledger is valid against the published schema."""
    data = next(f.data for f in example().files if f.name == "facts.json")

    jsonschema.validate(json.loads(data), schema())


def test_attached_and_beside_are_the_same() -> None:
    """The ledger inside the PDF is the file beside it, byte for byte."""
    with pikepdf.open(io.BytesIO(example_pdf())) as pdf:
        attached = pdf.attachments["facts.json"].get_file().read_bytes()

    assert next(f.data for f in example().files if f.name == "facts.json") == attached


def test_same_input_same_bytes() -> None:
    """A second build gives the same files."""
    again = build(load(ROOT, Cache()), Cache())

    assert [f.sha256 for f in example().files] == [f.sha256 for f in again.files]


def test_figures_of_the_story() -> None:
    """The published total is printed, our own stands beside it, and the headline claim says what it stands on."""
    ledger = example_ledger()
    total = ledger.by_id()["offences[wales, 2023/24]"]
    claim = ledger.claims[0]

    assert (Fraction(554), Fraction(564)) == (total.value, total.computed)
    assert {1, 2} <= set(total.pages)
    assert "554" in [w for p in total.printed for w in p.words]
    assert ("more-than-doubled", True, False, True) == (claim.meaning, claim.holds, claim.like_for_like, claim.accepted)
    assert ["548 less", "277 more"] == [f"{m.bound} {'more' if m.more else 'less'}" for m in claim.margins]


def test_asks_name_their_evidence() -> None:
    """Each ask lists the facts in its words and those listed as evidence."""
    asks = {ask.id: ask for ask in example_ledger().asks}

    assert ("platform[snapchat]", "known") == asks["ofcom-rules"].facts
    assert ("offences[wales, 2023/24]", "platform[snapchat]") == asks["ofcom-rules"].evidence


def test_every_placed_fact_is_printed_somewhere() -> None:
    """Whatever the layout placed on a page is also printed in some file of the project."""
    assert [] == [f.id for f in example_ledger().facts if f.pages and not f.printed]


def test_numbers_apart_say_what_they_are() -> None:
    """Laws, telephones and quotes are listed with what they are."""
    apart = {a.words: a.why for a in example_ledger().apart}

    assert "support line" == apart["0808 800 5000"]
    assert "commencement date" == apart["3 April 2017"]
