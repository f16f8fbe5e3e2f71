"""What stands in the folder of another language (`report/cy/`): the same file names, holding words alone.

Every key may be left out; `check` lists what is not translated. Numbers, sources and dates stand in the first language
only, so that they cannot differ.
"""

from pydantic import RootModel

from report_builder.campaign.model import Names, Typed
from report_builder.campaign.report import SupportLine


class PublisherWords(Typed):
    name: str = ""
    legal: str = ""
    imprint: str = ""


class ContactWords(Typed):
    name: str = ""


class ReportWords(Typed):
    """`report.yml` in another language; `plain_numbers` and `keywords` stand beside those of the first."""

    title: str = ""
    kicker: str = ""
    publisher: PublisherWords = PublisherWords()
    contact: ContactWords = ContactWords()
    support: tuple[SupportLine, ...] = ()
    keywords: Names = ()
    plain_numbers: Names = ()


class FactWords(Typed):
    """The words of one entry of facts.yml; `because` is that of its published figures."""

    label: str = ""
    short: str = ""
    base: str = ""
    base_size: str = ""
    note: str = ""
    wording: str = ""
    because: str = ""


class FactsWords(RootModel[dict[str, FactWords]]):
    """Entries of facts.yml by name."""


class AskWords(Typed):
    """An ask; what is evidence for it is said in the first language."""

    to: str
    power: str = ""
    ask: str
    why: str = ""
    deadline: str = ""


class AsksWords(RootModel[dict[str, AskWords]]):
    """Asks by id."""


class QuoteWords(Typed):
    """A translation of the words that print, which stands under them and is labelled as one."""

    words: str


class SpeakerWords(Typed):
    role: str = ""


class QuotesWords(Typed):
    speakers: dict[str, SpeakerWords] = {}
    quotes: dict[str, QuoteWords] = {}


class DataWords(RootModel[dict[str, str]]):
    """Words of the data and of datasets.yml, as they stand there, to the same in this language."""


class Record(Typed):
    """`translation.yml`: who read the translation, and of which words each part of it is one (their hash)."""

    reviewed_by: str = ""
    translated_from: dict[str, str] = {}
