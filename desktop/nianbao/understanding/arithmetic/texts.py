"""The words around the numbers of a sentence, and what they say the numbers are to each other."""

import re
from itertools import pairwise

from nianbao.report.figures.figure import Mention
from nianbao.standards.figures.relations import cues

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\s*年)")
_CLAUSE_END = re.compile(r"[，,；;：:。]|\d[\u4e00-\u9fff%]{0,3}[、和及与]")


def between(one: Mention, other: Mention) -> str:
    """Return the text between two mentions, of the second one's sentence only."""
    found = re.search(rf"(?<![\d.]){re.escape(one.text)}", one.sentence)
    text = other.sentence
    if one.sentence == other.sentence and found:
        text = text[found.end() :]
    return re.split(rf"(?<![\d.]){re.escape(other.text)}", text, maxsplit=1)[0]


def before(mention: Mention) -> str:
    """Return the text in front of a mention in its sentence; the 3件 of 13件 is none."""
    return re.split(rf"(?<![\d.]){re.escape(mention.text)}", mention.sentence, maxsplit=1)[0]


def clause(mention: Mention) -> str:
    """Return the text in front of a mention in its clause, behind what was counted before it."""
    return _CLAUSE_END.split(before(mention))[-1]


def is_last_years(mention: Mention, year: int) -> bool:
    """Whether a number is of the year before `year`: 上年收案75件, 2024年办结58件."""
    if mention.prior:
        return True
    told = cues().last_year.match(clause(mention))
    return told is not None and told["year"] in (None, str(year - 1))


def is_of_whole_year(mention: Mention) -> bool:
    """Whether a sentence tells of its year, all of it, and of what was, not of what is planned."""
    said = cues().whole_year.sub("", mention.sentence)
    near = {mention.year, mention.year - 1}
    others = any(int(one) not in near for one in _YEAR.findall(said))
    return not others and cues().not_the_year.search(said) is None


def share_a_word(one: str, other: str) -> bool:
    """Whether two names have two characters in a row in common."""
    return any(a + b in other for a, b in pairwise(one))
