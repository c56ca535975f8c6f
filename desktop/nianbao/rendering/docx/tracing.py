"""A template's source that tells at each of its tags that it was come to.

What goes wrong while a template runs has no place of its own: Jinja counts lines, and Word's XML is
one long line. So the source calls a function in front of every tag, with the number of the tag.
"""

import re
from dataclasses import dataclass

NAME = "__come_to"
"""The name of the function in the data; `names.unknown` refuses a template that uses it."""

Place = tuple[str, str]
"""Which paragraph, as the user counts them, and a tag or the text in it."""

_TAG = re.compile(
    r"\{%[-+]?\s*raw\s*[-+]?%\}.*?\{%[-+]?\s*endraw\s*[-+]?%\}"
    r"|\{#.*?#\}|(?P<tag>\{\{(?P<close>-?).*?\}\}|\{%(?P<tight>-?).*?%\})",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Trace:
    """A source that calls `NAME`, and its tags in the order of their numbers."""

    source: str
    tags: tuple[str, ...]


def traced(source: str) -> Trace:
    """Return a source that says at each tag which one it is; it prints nothing more."""
    tags: list[str] = []

    def told(found: re.Match[str]) -> str:
        if found["tag"] is None:
            return found[0]
        tags.append(found["tag"])
        tight = found["close"] or found["tight"] or ""
        return f"{{{{{tight} {NAME}({len(tags) - 1}) }}}}{found[0]}"

    return Trace(_TAG.sub(told, source), tuple(tags))
