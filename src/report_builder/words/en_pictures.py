"""English: what the tool says under a picture, and of the people who are shown."""

from __future__ import annotations

PICTURES = {
    "picture credit": "Picture: {credit}",
    "picture model": "The child pictured is a model.",
    "not to be released": "Not to be released",
    "flag no consent": "nobody is on record as having agreed to this",
    "flag consent over": "the consent ends on {date}, before the report is out",
    "flag consent later": "the consent is given on {date}, when the report is out",
    "content warning": "Content warning",
    "names changed": "Names have been changed.",
    "name changed": "name changed",
}
