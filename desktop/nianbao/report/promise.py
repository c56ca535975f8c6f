"""What last year's report promised: how it reads, and how it was kept."""

from enum import StrEnum

from nianbao.report.figures.figure import Promise
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import written

_TITLE = 14  # characters of a promise without a title


class PromiseState(StrEnum):
    """How a promise was kept. The value is the word on the screen."""

    DONE = "完成"
    PARTLY = "部分"
    NOT_DONE = "未完成"
    OPEN = "未答"

    @classmethod
    def _missing_(cls, value: object) -> "PromiseState":
        """Ask again where the answer is none that there is: a file may come from anybody."""
        return cls.OPEN

    @property
    def glyph(self) -> str:
        """The sign that goes with the word."""
        return {"完成": "√", "部分": "△", "未完成": "×", "未答": "?"}[self.value]


def said(promise: Promise, then: Ledger) -> tuple[str, str]:
    """Return a promise's title and text as last year's report printed them.

    `then` is the ledger of that year. A promise without a title goes by how its text begins.
    """
    text = written(promise.text, then).text
    return written(promise.title, then).text or text[:_TITLE], text
