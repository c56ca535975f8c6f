"""Subjects that what follows is told of: a field of work, a certain body or service."""

from collections.abc import Sequence

from nianbao.standards import words
from nianbao.understanding.names.parsing.clauses import WordRole, role

_OPENING = 4  # words of a clause


def field(said: Sequence[str]) -> tuple[str, ...]:
    """Return the field of work that words name first: 市场监管领域."""
    fields = words.lexicon().fields
    at = next((at for at, word in enumerate(said[:_OPENING]) if word in fields), 0)
    told = tuple(said[:at])
    return told if all(role(word) in (WordRole.NOUN, WordRole.BOTH) for word in told) else ()


def is_far(said: Sequence[str], told: Sequence[str]) -> bool:
    """Whether all up to the full stop is of a field; what begins with 方面 soon gives way."""
    return said[len(told)] in words.lexicon().far_fields


def is_one(holder: Sequence[str]) -> bool:
    """Whether a subject is a certain body or service, or who leads the bodies."""
    lexicon = words.lexicon()
    if len(holder) == 1 and holder[0] in lexicon.departments:
        return True
    if not holder[-1].endswith(tuple(lexicon.acting)) or set(holder) & lexicon.any_of:
        return False
    if holder[0] in lexicon.helping | lexicon.causing:
        return False  # 支持人民法院审理案件: it is not the 法院 that is told of
    known = len(holder) == 1 or all(word in lexicon.nouns for word in holder[1:-1])
    return known and role(holder[0]) is WordRole.NOUN
