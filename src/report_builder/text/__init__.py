"""Words people write: Markdown with facts and claims, every piece knowing where it stands in its file."""
