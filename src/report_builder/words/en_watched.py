"""What the lint of prose looks for in English. Words that are usually harmless are left out: silence is worth more."""

from __future__ import annotations

from report_builder.words.language import Watched

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PART = r"(?:half|a third|a quarter|a fifth|a tenth|two[- ]thirds|three[- ]quarters)"
_SMALL = "two|three|four|five|six|seven|eight|nine|ten"
_NUMBERS = (
    f"{_SMALL}|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|"
    "sixty|seventy|eighty|ninety|hundred|hundreds of|a hundred|thousand|thousands of|a thousand|dozens of|a dozen"
)

WATCHED = Watched(
    dates=rf"\b(?:\d{{1,2}} )?(?:{_MONTHS})(?: \d{{4}})?\b|\b(?:19|20)\d\d(?:[/–-]\d{{2,4}})?\b",
    numbers=tuple(_NUMBERS.split("|")),
    comparatives=(
        r"(?:more than |almost |nearly |over )?(?:doubled|trebled|tripled|quadrupled|quintupled|halved)",
        r"doubling|trebling|tripling|quadrupling|halving",
        r"soar(?:ed|ing|s)?|surg(?:ed|ing|es)|(?:sky)?rocket(?:ed|ing)|spiral(?:led|ling)|ballooned|balloons",
        r"plummet(?:ed|ing|s)?|plung(?:ed|ing|es)|slump(?:ed|ing)|nosedived",
        r"(?:a |at |to )?record[- ](?:highs?|lows?|levels?|numbers?|rises?|falls?|figures?|year)",
        r"(?:highest|lowest|most|fewest|worst|best) (?:ever|on record)|all[- ]time (?:high|low)",
        r"unprecedented",
        r"(?:a|the|the vast|the overwhelming) majority",
        r"(?:more than |fewer than |almost |nearly )?one in (?:\d+|" + _SMALL + r"|twenty|twelve)\b(?! place)",
        r"(?:" + _SMALL + r"|\d) (?:in|out of) (?:ten|10|five|four|three)",
        rf"(?:more than|less than|almost|nearly|over|under|about|around) {_PART}\b(?! (?:an?|the) )",
        rf"{_PART} of\b",
        r"(?:twice|three times|four times|five times|ten times) (?:as|the)",
        r"(?:two|three|four|five|ten)fold",
    ),
    relative=(
        r"(?:last|this|next) (?:year|month|week|summer|autumn|winter|spring)",
        r"(?:a|one|two|three|five|ten) (?:years?|months?|weeks?) (?:ago\b|on(?= ?(?:[,.;:–—]|$)))",
        r"(?:a|one) year on from",
        r"(?:in|over|during) the (?:past|last) (?:year|month|week|decade|\w+ (?:years|months|weeks))",
        r"yesterday|tomorrow",
        r"earlier (?:this|last) (?:year|month|week)|later this (?:year|month|week)",
    ),
    percent=r"(?:per cent|percent|%)",
    points=r"(?:percentage )?points?",
    rises=r"(?:rose|risen|rising|rises|increased|increasing|grew|grown|up|went up|a rise of|an increase of)(?: by)?",
    falls=r"(?:fell|fallen|falling|falls|decreased|dropped|down|went down|a fall of|a drop of|a decrease of)(?: by)?",
    assertions=(
        r"(?:research|studies|evidence|experts?|data|figures) (?:prove|proves|clearly shows?|shows? beyond doubt)",
        r"(?:studies|research|experts?) (?:show|shows|say|says|agree|suggest|suggests)",
        r"it is (?:well[- ]known|widely known|a fact|undeniable|beyond (?:doubt|dispute))",
        r"everyone knows|undeniabl[ey]|indisputabl[ey]|unquestionabl[ey]|without (?:a )?doubt|undoubtedly",
    ),
    causes=(
        r"because of|due to|owing to|thanks to|as a result of|caused by|driven by|fuelled by|blamed on",
        r"(?:has |have |had )?(?:caused|led to|resulted in|brought about)",
    ),
    crime=r"offence",
)
