"""Welsh: what the tool says under a picture, and of the people who are shown."""

from __future__ import annotations

PICTURES = {
    "picture credit": "Llun: {credit}",
    "picture model": "Model yw’r plentyn yn y llun.",
    "not to be released": "Ddim i’w ryddhau",
    "flag no consent": "nid oes cofnod bod neb wedi cytuno i hyn",
    "flag consent over": "daw’r cydsyniad i ben ar {date}, cyn i’r adroddiad ymddangos",
    "flag consent later": "rhoddir y cydsyniad ar {date}, a’r adroddiad eisoes wedi ymddangos",
    "content warning": "Rhybudd cynnwys",
    "names changed": "Newidiwyd yr enwau.",
    "name changed": "newidiwyd yr enw",
}
