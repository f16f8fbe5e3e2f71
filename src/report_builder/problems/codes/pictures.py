"""Codes I001 to I034: pictures, and the consent of those who are shown."""

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
        "somebody shown without consent",
        "People decide where their picture and their story are shown. A report goes out to journalists and stays on the web.",
        "Write under `consent:` who agreed, when, until when, for what, and where the record is kept; of a picture without "
        "people `people: none`. A draft shows it, marked; a release is refused (I020).",
        Severity.WARNING,
    ),
    Code(
        "I003",
        "consent for a picture of nobody",
        "One of the two is wrong, and nobody can know which.",
        "Take out `people: none`, or `consent:`.",
    ),
    Code(
        "I004",
        "somebody shown outside the time of their consent",
        "Consent is given for a time. The day the report is published has to lie in it, and the day its embargo ends.",
        "Ask again and write down the new dates, or take it out. A draft shows it, marked; a release is refused (I020).",
        Severity.WARNING,
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
    Code(
        "I020",
        "a copy that goes out with somebody in it who has not agreed",
        "Nobody can take a picture or a story back from those who have it. Consent has to hold on the day the report is "
        "published, when its embargo ends, and when a copy goes out; and for what is made of it.",
        "Ask them, or whoever may agree for them, and write down what they agreed to; or take it out.",
        exit_code=3,
    ),
    Code(
        "I021",
        "a use that nobody agreed to",
        "Who agrees to stand in a printed report has not agreed to stand on the web or in a newspaper.",
        "Ask for it and add it to `uses:`, leave that format out, or take it out. A release is refused (I020).",
        Severity.WARNING,
    ),
    Code(
        "I022",
        "a case study of nobody known",
        "The name under a story, what is said of the person and whether the name is their own stand once, with their quotes.",
        "Write under `person:` one of the speakers of report/quotes.yml, or add them there.",
    ),
    Code(
        "I023",
        "a case study that does not say whether the name was changed",
        "Readers have to be told, and forgetting it is easy; a name that was not changed by mistake cannot be taken back.",
        "Write `changed: true` or `changed: false` of the speaker in report/quotes.yml.",
    ),
    Code(
        "I024",
        "a picture in a case study whose names were changed",
        "Somebody whose name was changed can be known again by a picture.",
        "Show a model and say so (`model: true`), or make sure that nobody can be recognised.",
        Severity.NOTE,
    ),
    Code(
        "I025",
        "a real name in a case study whose names were changed",
        "A name that stands under `who:` of the consent is most likely that of the person or of their family.",
        "Take it out of the story. Under `who:` a relation, as “her mother”, is enough: the record has the name.",
    ),
)
