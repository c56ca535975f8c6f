"""What a part of a report tells of, as its sentences read: what was done, or what is wanting."""

import re

from nianbao.report.writing import years
from nianbao.standards import structure
from nianbao.standards.layout import layout

_SENTENCES = re.compile(r"[。！？；;\n]")


def is_unnamed(key: str, title: str) -> bool:
    """Whether a part counts as measures only since its title names no part at all."""
    return key == structure.ACHIEVEMENTS and not structure.is_part(years.in_digits(title))


def says_results(text: str) -> bool:
    """Whether a sentence tells of what was done; figures read as digits or □."""
    told = layout().told_by_text
    return any(
        told["result"].search(sentence) and not told["ahead_of_it"].search(sentence)
        for sentence in _SENTENCES.split(years.in_digits(text))
    )


def looks_ahead(text: str) -> bool:
    """Whether a text says of something that it is still to come."""
    return layout().told_by_text["ahead_of_it"].search(years.in_digits(text)) is not None


def is_wanting(text: str) -> bool:
    """Whether at least half of the sentences of a text tell what is not as it should be."""
    said = [sentence for sentence in _SENTENCES.split(text) if sentence.strip()]
    wanting = sum(layout().told_by_text["short"].search(sentence) is not None for sentence in said)
    return bool(said) and wanting * 2 >= len(said)
