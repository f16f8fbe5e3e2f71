"""Reads subject line and posts, in the report's language or another."""

from __future__ import annotations

from report_builder.campaign.social import SocialFile
from report_builder.problems import Where
from report_builder.project.loading import Loading
from report_builder.sections.view import SocialTexts


def load_social(file: str, loading: Loading) -> SocialTexts:
    """The texts by name, each with its place; nothing where there is no such file."""
    social = loading.model(file, SocialFile, optional=True)
    parsed = loading.parsed.get(file)
    if social is None or parsed is None:
        return {}
    typed = [name for name, text in social.model_dump().items() if text.strip()]
    return {name: (loading.words(parsed.passage(name)), Where(file, key=(name,))) for name in typed}
