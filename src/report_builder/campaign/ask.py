"""`report/asks.yml`: what is asked of whom, by what power, why, by when, and on what evidence."""

from pydantic import RootModel

from report_builder.campaign.model import Names, Typed


class Ask(Typed):
    to: str
    power: str = ""
    ask: str
    why: str = ""
    deadline: str = ""
    evidence: Names = ()


class AsksFile(RootModel[dict[str, Ask]]):
    """Asks by id, in the order they print."""
