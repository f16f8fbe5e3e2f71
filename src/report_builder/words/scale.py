"""Large numbers in words of scale: "4.1 million", "£1.25 billion" (ONS service manual, “Writing numbers”)."""

from __future__ import annotations

from fractions import Fraction

from report_builder.words.language import Language

# the word's sentence, what it multiplies by, and the most decimals: a tenth of a million, a hundredth of a billion
_SCALES = (("million", 10**6, 1), ("billion", 10**9, 2))


def in_scale(value: Fraction, language: Language) -> str:
    """The number to its nearest tenth of a million or hundredth of a billion, without a trailing nought; "" for one
    below a million, and where the house style writes all digits."""
    if language.style.millions == "digits" or abs(value) < 10**6:
        return ""
    for name, size, most in _SCALES:
        short = _nearest(value / size, most)
        if abs(short) < 1000 or name == "billion":
            decimals = next(d for d in range(most + 1) if (short * 10**d).denominator == 1)
            return language.say(language.form(name, short), n=language.number(short, decimals))
    return ""


def _nearest(value: Fraction, decimals: int) -> Fraction:
    """Rounded half away from zero, as numbers are in print."""
    scale = 10**decimals
    whole = (abs(value) * scale * 2 + 1) // 2
    return Fraction(whole if value > 0 else -whole, scale)
