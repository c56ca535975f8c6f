"""How programs cut paragraphs into lines of one width."""

import re

_WORD = re.compile(r"[0-9A-Za-z.%]+|.")
_NO_START = "，。；：、！？）》”’%"


def width(text):
    """Characters that a text takes, narrow ones half."""
    return sum(0.5 if char < "\u2000" else 1 for char in text)


def by_count(text, most):
    """Cut after so many characters, wherever that is."""
    return [text[at : at + most] for at in range(0, len(text), most)]


def by_word(text, most):
    """Cut as a word processor does: numbers whole, no mark at the head of a line."""
    words = []
    for word in _WORD.findall(text):
        if words and word[0] in _NO_START:
            words[-1] += word
        else:
            words.append(word)
    return _filled(words, most, hanging="")


def hanging(text, most):
    """Cut numbers too, and let marks hang over the edge."""
    return _filled(text, most, hanging=_NO_START)


def _filled(words, most, hanging):
    lines = [""]
    for word in words:
        if lines[-1] and width(lines[-1]) + width(word) > most and word not in (*hanging,):
            lines.append(word)
        else:
            lines[-1] += word
    return lines


CUTS = (by_count, by_word, hanging)
NARROW = {"indented by four narrow spaces": "    ", "indented by four hard spaces": "\u00a0" * 4}
PARAGRAPHS = (
    "plain",
    "indented",
    *NARROW,
    "empty line between paragraphs",
    "empty line between lines",
)
LOST = "indents lost"  # first lines are shorter, and nothing shows why


def cut(paragraphs, cutter, most, style, unindented=()):
    """The lines of a text whose paragraphs were cut."""
    lines = []
    for paragraph in paragraphs:
        indent = "　　" if style.startswith("indent") and paragraph not in unindented else ""
        cut_lines = cutter(indent + paragraph, most)
        if style in NARROW:  # as wide as it was
            cut_lines = [one.replace("　　", NARROW[style]) for one in cut_lines]
        lines += [one.strip() for one in cut_lines] if style == LOST else cut_lines
        lines += [""] if style == "empty line between paragraphs" else []
    if style == "empty line between lines":
        lines = [one for line in lines for one in (line, "")]
    return lines
