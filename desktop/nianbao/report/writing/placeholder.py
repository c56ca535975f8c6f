"""Placeholders: what stands in a text for something that is still open, 【待填：…】 and its kin.

    【待填：行政复议新收数（件，司法局；上年83）】   a number or an element that is to come
    【待核：2025年3月】                               last year's words, to be renewed or confirmed
    【不适用：罚没收入】                              a figure that is none: the sentence must go

How they are written is told here, for all that write or read them. Reading is generous, because
people type and delete: any width of brackets and colon, none at all, a mark that lost its end. A
placeholder that is not recognised would go out as text; one too many is only looked at once more.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

HEAD, TAIL = "【", "】"
BRACKETS = HEAD + TAIL
_OPEN, _CLOSE = "【［[", "】］]"
_START = re.compile(
    r"[【［\[]\s*(?:(?P<wanted>待\s*[填核])\s*[：:]?"
    r"|(?P<gone>不\s*适\s*用)\s*(?:[：:]|(?=[】］\]])))[^\S\n]*"
)
_PAIRS = {"】": "【", "］": "［", "]": "["}
_LOOK_ALIKES = str.maketrans("【】［］[]", "〔〕〔〕〔〕")
_NO_BRACKETS = str.maketrans("（）", "〔〕")


MARK_PATTERN = f"{HEAD}[^{BRACKETS}]*{TAIL}"
"""Anything in the brackets of a placeholder, with no other inside it."""


def mark(word: str) -> str:
    """Return a word in the brackets of a placeholder."""
    return f"{HEAD}{word}{TAIL}"


class PlaceholderKind(StrEnum):
    """What is wanted of the user. The value is the word that is printed."""

    FILL = "待填"
    CHECK = "待核"
    NOT_APPLICABLE = "不适用"

    @property
    def head(self) -> str:
        """What a placeholder of this kind begins with."""
        return f"{HEAD}{self.value}："

    @property
    def bare(self) -> str:
        """A placeholder of this kind that says no more than that."""
        return mark(self.value)

    @property
    def inner(self) -> slice:
        """Where in what `around` returns its text stands."""
        return slice(len(self.head), -len(TAIL))

    def around(self, text: str) -> str:
        """Return text set in a placeholder of this kind, as it is."""
        return f"{self.head}{text}{TAIL}"


FILL, CHECK = PlaceholderKind.FILL, PlaceholderKind.CHECK
NOT_APPLICABLE = PlaceholderKind.NOT_APPLICABLE
FILL_PATTERN = f"{HEAD}{FILL.value}[^{TAIL}]*{TAIL}"
"""What is to be filled in, as a part of another pattern; it begins and ends as it is printed."""
LAST = "上年"
"""What a note begins with that says what stood there last year."""


REWRITE_SHORTCOMING = CHECK.around("上年的不足，请改写")
REWRITE_PLAN = CHECK.around("上年的安排，请改写")
REWRITE = CHECK.around("上年原文，请改写")
_REMINDERS = (REWRITE_SHORTCOMING, REWRITE_PLAN, REWRITE)  # they stand in front of an entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """One placeholder. `label` says what is missing, `note` what helps to find it.

    Both are one line. A bracket in them that has no partner would end the placeholder too early:
    all brackets that can end one are 〔〕 then.
    """

    kind: PlaceholderKind
    label: str
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", _tame(self.label))
        object.__setattr__(self, "note", _balanced(_tame(self.note)))

    def __str__(self) -> str:
        """Return it as it is printed, so that `parse` gives it back."""
        label = self.label if self._reads_back(self.label) else f"“{self.label}”"
        return self.kind.around(label + (f"（{self.note}）" if self.note else ""))

    @property
    def last(self) -> str:
        """What stood there last year, as far as the note says."""
        return self.note.removeprefix(LAST)

    def _reads_back(self, label: str) -> bool:
        whole = label + (f"（{self.note}）" if self.note else "")
        return _split(whole) == (self.label, self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a placeholder stands in a text.

    `inside` is what stands between head and tail, from `begin` to `end` in the text.
    """

    start: int
    stop: int
    begin: int
    end: int
    kind: PlaceholderKind
    text: str
    inside: str

    @property
    def placeholder(self) -> Placeholder:
        """The placeholder, read."""
        label, note = _split(self.inside)
        return Placeholder(kind=self.kind, label=label, note=note)


def find(text: str) -> Iterator[Place]:
    """Yield the placeholders of a text, in order; of those inside each other the outermost."""
    end = 0
    for found in _START.finditer(text):
        if found.start() < end:
            continue
        inner, end = _extent(text, found)
        yield Place(
            start=found.start(),
            stop=end,
            begin=found.end(),
            end=inner,
            kind=PlaceholderKind("".join((found["wanted"] or found["gone"]).split())),
            text=text[found.start() : end],
            inside=text[found.end() : inner],
        )


def parse(text: str) -> Placeholder | None:
    """Return the placeholder that a text is as a whole, None when it is something else."""
    place = next(find(text), None)
    return place.placeholder if place and (place.start, place.stop) == (0, len(text)) else None


def is_open(text: str) -> bool:
    """Whether a text has any placeholder."""
    return _START.search(text) is not None


def replaced(text: str, by: Callable[[Place], str]) -> str:
    """Return a text with something else in the place of each placeholder."""
    found, end = [], 0
    for place in find(text):
        found += [text[end : place.start], by(place)]
        end = place.stop
    return "".join(found) + text[end:]


def unmarked(text: str) -> str:
    """Return a text as it read before anything in it was marked 【待核：…】."""
    return replaced(text, _before)


def length(text: str) -> int:
    """Return how many characters of a text are the report's own: no spaces, nothing still to come.

    Words in 【待核：…】 are last year's, and stand until they are changed: they count.
    """
    return len("".join(replaced(unmarked(text), lambda _: "").split()))


def _before(place: Place) -> str:
    if place.text in _REMINDERS:
        return ""
    return place.inside if place.kind is CHECK else place.text


def _extent(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Return where a placeholder's inside ends, and where it ends itself.

    Brackets inside it are passed over in pairs. Without its own end it reaches to the first end
    that there is, without any to the end of the line.
    """
    depth = 1
    first = -1
    for at in range(found.end(), len(text)):
        char = text[at]
        if char == "\n":
            break
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            first = at if first < 0 else first
            depth -= 1
            if not depth:
                return at, at + 1
    if first >= 0:
        return first, first + 1
    line = text.find("\n", found.end())
    end = len(text) if line < 0 else line
    return end, end


def _split(inside: str) -> tuple[str, str]:
    """Return label and note; a label in quotation marks ends where they do."""
    label, note = _apart(inside)
    if label.startswith("“") and label.endswith("”"):
        return label[1:-1], note
    return label, note


def _apart(inside: str) -> tuple[str, str]:
    """Return what stands before the last bracket （…） and what stands in it."""
    if not inside.endswith("）"):
        return inside, ""
    depth = 0
    for at in range(len(inside) - 1, -1, -1):
        depth += {"）": 1, "（": -1}.get(inside[at], 0)
        if not depth:
            return inside[:at], inside[at + 1 : -1]
    return inside, ""


def _tame(text: str) -> str:
    """Return a text that can stand in a placeholder: one line, its brackets in pairs."""
    line = " ".join(text.split())
    stack: list[str] = []
    for char in line:
        if char in _OPEN:
            stack.append(char)
        elif char in _CLOSE and (not stack or stack.pop() != _PAIRS[char]):
            return line.translate(_LOOK_ALIKES)
    return line.translate(_LOOK_ALIKES) if stack else line


def _balanced(note: str) -> str:
    """Return a note with （） in pairs: a placeholder reads its last pair as its own."""
    depth = 0
    for char in note:
        depth += {"（": 1, "）": -1}.get(char, 0)
        if depth < 0:
            break
    return note.translate(_NO_BRACKETS) if depth else note
