"""What the lint of prose looks for in Welsh. Words that are usually harmless are left out: silence is worth more."""

from __future__ import annotations

from report_builder.words.cy_mutation import soft
from report_builder.words.language import Watched

_MONTHS = (
    "Ionawr|Chwefror|Mawrth|Fawrth|Ebrill|Mai|Fai|Mehefin|Fehefin|Gorffennaf|Orffennaf|Awst|Medi|Fedi|Hydref|"
    "Tachwedd|Dachwedd|Rhagfyr|Ragfyr"
)
_PART = (
    r"(?:hanner|(?:t|d|th)raean|chwarter|un rhan o (?:dair|bedair|bump|ddeg)|dd?wy ran o (?:dair|bump)|"
    r"(?:t|d|th)ri chwarter|(?:t|d|th)air rhan o bump)"
)
_SMALL = (
    "dau|dwy|ddau|ddwy|tri|tair|dri|dair|thri|thair|pedwar|pedair|bedwar|bedair|phedwar|phedair|pump|pum|bump|bum|"
    "phump|phum|chwech|chwe|saith|wyth|naw|deg|ddeg"
)
_LARGE = (
    "un ar ddeg|un deg un|deuddeg|ddeuddeg|pymtheg|bymtheg|deunaw|ddeunaw|ugain|dau ddeg|tri deg|pedwar deg|pum deg|"
    "chwe deg|saith deg|wyth deg|naw deg|cant|gant|cannoedd|gannoedd|mil|fil|miloedd|filoedd|dwsin|ddwsin|degau|ddegau"
)
_SPELL = r"blwyddyn|flwyddyn|dd?wy flynedd|(?:t|d)air blynedd|(?:p|b)um mlynedd|dd?eng mlynedd|degawd|mis|wythnos"
_TIMES = "(?:flwyddyn|flynedd|blynedd|mlynedd|blynyddoedd|degawd|misoedd|mis)"
_OFTEN = r"(?:dd?wywaith|teirgwaith|(?:t|d|th)air gwaith|(?:p|b|ph)edair gwaith|(?:p|b|ph)um gwaith|dd?eg gwaith)"

WATCHED = Watched(
    dates=rf"\b(?:\d{{1,2}} )?(?:{_MONTHS})(?: \d{{4}})?\b|\b(?:19|20)\d\d(?:[/–-]\d{{2,4}})?\b",
    numbers=tuple(f"{_SMALL}|{_LARGE}".split("|")),
    comparatives=(
        r"(?:mwy na |fwy na |bron â |bron |dros )?"
        r"(?:d?dyblu|ddyblu|d?dyblodd|ddyblodd|(?:t|d|th)reblu|(?:t|d|th)reblodd|(?:p|b|ph)edryblu|haneru|hanerodd)",
        r"(?:wedi )?saethu i fyny|saethodd i fyny|(?:c|g|ch)ynnydd (?:aruthrol|syfrdanol)|i'r entrychion",
        r"(?:wedi )?plymio|blymio|plymiodd|cwympo'n sydyn|cwympodd yn sydyn",
        r"(?:lefel(?:au)?|nifer(?:oedd)?|ffigur(?:au)?|blwyddyn|flwyddyn|(?:c|g|ch)ynnydd) record|record newydd",
        r"(?:uchaf|isaf|gwaethaf|waethaf|gorau|orau|mwyaf|fwyaf|lleiaf|leiaf) erioed|(?:mwy|llai) nag erioed",
        r"digynsail|na welwyd (?:ei|eu) (?:tebyg|debyg)|heb ei (?:debyg|thebyg)",
        r"(?:y )?(?:m|f)wyafrif(?: helaeth| llethol)?|(?:y )?rhan fwyaf",
        rf"(?:mwy nag |fwy nag |llai nag |bron i |bron |dros )?(?:un|1) o bob (?:\d+|{_SMALL}|ugain|deuddeg)\b",
        rf"(?:{_SMALL}|\d) (?:o bob|allan o) (?:deg|ddeg|10|pump|bump|5|pedwar|bedwar|4|tri|dri|3)",
        rf"(?:mwy na|fwy na|mwy nag|fwy nag|llai na|lai na|llai nag|bron i|bron|dros|o dan|tua|oddeutu) {_PART}",
        rf"{_PART} (?:o'r|yr holl|o holl)",
        rf"{_OFTEN} (?:cymaint|cynifer|y nifer|mor |yn fwy|yn uwch)",
        rf"(?:cynyddu|cynyddodd|codi|cododd|tyfu|tyfodd) {_OFTEN}",
    ),
    relative=(
        r"y?llynedd|eleni|ddoe|yfory",
        r"(?:y|yr) (?:flwyddyn|mis|wythnos|haf|hydref|gaeaf|gwanwyn) (?:hwn|hon|ddiwethaf|diwethaf|nesaf)",
        rf"(?:{_SPELL}) yn ôl",
        r"(?:blwyddyn|flwyddyn|dd?wy flynedd|mis) yn ddiweddarach(?= ?(?:[,.;:–—]|$))",
        rf"(?:yn ystod|dros|yn) y (?:\w+ )?{_TIMES} d?diwethaf",
    ),
    percent=r"(?:y cant|%)",
    points=r"(?:o )?(?:p|b|ph)wynt(?:iau)?(?: canran)?",
    rises=r"(?:cododd|gododd|codi|godi|cynyddodd|gynyddodd|cynyddu|gynyddu|tyfodd|dyfodd|tyfu|dyfu|(?:c|g|ch)ynnydd)"
    r"(?: o| gan)?",
    falls=r"(?:gostyngodd|ostyngodd|gostwng|ostwng|d?disgynnodd|d?disgyn|lleihaodd|lleihau|leihau|gostyngiad|ostyngiad)"
    r"(?: o| gan)?",
    assertions=(
        r"(?:ymchwil|tystiolaeth|astudiaethau|arbenigwyr|data|ffigurau)(?: \w+)? yn (?:profi|dangos yn glir)",
        r"(?:ymchwil|astudiaethau|arbenigwyr) yn (?:dangos|dweud|cytuno|awgrymu)",
        r"mae'n (?:hysbys|ffaith|ddiamheuol|amlwg i bawb)",
        r"mae pawb yn gwybod|heb (?:os|amheuaeth|unrhyw amheuaeth)|yn ddi-os|yn ddiau|yn ddiamheuol",
    ),
    causes=(
        r"oherwydd|o achos|o ganlyniad i|yn sgil|diolch i|(?:wedi'i|wedi'u) (?:achosi|ysgogi) gan|a achoswyd gan",
        r"(?:wedi )?(?:achosi|arwain at)|achosodd|arweiniodd at",
    ),
    crime=r"(?:t|d|th)rosedd",
    counted=lambda unit: (unit, f"o {soft(unit)}"),
)
