"""What was wanting, followed to where it goes on with what is planned, and back again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nianbao.report.model import EntryKind
from nianbao.report.writing import text
from nianbao.standards.layout import Layout
from nianbao.understanding import kinds

_FIRST = re.compile(r"(?:^|[：:])\s*(?:一[是要]|第一[，,、]|其一|首先|[（(]?1[）)、.．]|①)")
_COLONS = ("：", ":")


@dataclass(slots=True)
class Turning:
    """Reads what stands below one title of what is wanting, text by text."""

    year: int
    layout: Layout
    told: EntryKind = EntryKind.SHORTCOMING
    is_listed: bool = False  # the plan has begun to count its points: 一是…
    is_apart: bool = False  # the plan began with a paragraph of its own

    def parts(self, passage: str, *, held: bool = False) -> Iterator[tuple[EntryKind, str]]:
        """Yield a text in stretches of one kind; joined they give it back.

        `held`: its first sentence belongs to the title above it, whatever it begins with.
        """
        start = 0
        for at, sentence in text.sentences(passage):
            before = self.told
            if held and at == 0:
                self.told = EntryKind.SHORTCOMING
            else:
                self._read(sentence, begins=at == 0)
            if at > start and self.told is not before:
                yield before, passage[start:at]
                start = at
        yield self.told, passage[start:]

    def _read(self, sentence: str, *, begins: bool) -> None:
        if kinds.turns_to_plan(sentence, self.year, self.layout):
            self.told, self.is_listed, self.is_apart = EntryKind.PLAN, False, begins
        elif self.told is EntryKind.PLAN and self._turns_back(sentence, begins=begins):
            self.told = EntryKind.SHORTCOMING
        leads = sentence.rstrip().endswith(_COLONS)
        self.is_listed = self.is_listed or leads or _FIRST.search(sentence) is not None

    def _turns_back(self, sentence: str, *, begins: bool) -> bool:
        """Whether a sentence behind a plan says again what is wanting (问题二：, a 二是)."""
        if kinds.is_shortcoming(sentence, self.layout):
            return True
        if kinds.continues(sentence, self.layout):
            return not self.is_listed and not _FIRST.match(sentence)
        if not begins or self.is_listed:
            return False
        return not self.is_apart or kinds.is_lacking(sentence, self.layout)
