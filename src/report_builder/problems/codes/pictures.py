"""Codes I001 to I019: pictures."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "I001",
        "a picture without a description of its own",
        "Readers who do not see the picture hear its alt text (PDF/UA-1, 7.3). The caption is read to them as well.",
        "Say in a sentence what the picture shows.",
    ),
    Code(
        "I002",
        "a picture without consent",
        "People decide where their picture is shown. A report goes out to journalists and stays on the web.",
        "Write down under `consent:` who agreed, from which day and until when; `people: none` where nobody is to be seen.",
    ),
    Code(
        "I003",
        "consent for a picture of nobody",
        "One of the two is wrong, and nobody can know which.",
        "Take out `people: none`, or `consent:`.",
    ),
    Code(
        "I004",
        "a picture shown outside the time of its consent",
        "Consent is given for a time; the day the report is published has to lie in it.",
        "Ask again and write down the new dates, or take the picture out.",
    ),
    Code(
        "I010",
        "a file that is no JPEG or PNG picture",
        "Other formats can carry more than a picture, or need programs that few have.",
        "Save it as JPEG (photographs) or PNG (drawings) from a program that opens it.",
    ),
    Code(
        "I011",
        "a picture that is too large",
        "A small file can unfold to a picture that fills the memory of the machine.",
        "Save it smaller: 80 million dots and 40 MB are the most.",
    ),
    Code(
        "I012",
        "a damaged picture",
        "A picture that was cut short on its way prints as a grey band.",
        "Copy it again from where it came.",
    ),
    Code(
        "I014",
        "a picture that is coarse in print",
        "With fewer than 100 dots an inch, edges look like stairs.",
        "Ask for the picture as the camera took it; those taken from websites and chats are made small.",
        Severity.WARNING,
    ),
)
