"""How a figure stands in its year, as the window shows it: one word, one glyph, one colour."""

from enum import StrEnum


class Standing(StrEnum):
    """The value is the word on the screen."""

    CARRIED = "沿用待确认"  # 存量: last year's value is at hand, nobody has said it still holds
    FILLED = "已填"
    FORMULA = "公式"
    MANUAL = "手改"  # set by hand although a formula gives another value
    PENDING = "待报"
    NOT_APPLICABLE = "不适用"

    @property
    def glyph(self) -> str:
        """The sign that goes with the word, so that colour never stands alone."""
        return _GLYPHS[self]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act."""
        return self in (Standing.CARRIED, Standing.PENDING)


_GLYPHS = {
    Standing.CARRIED: "○",
    Standing.FILLED: "√",
    Standing.FORMULA: "＝",
    Standing.MANUAL: "※",
    Standing.PENDING: "?",
    Standing.NOT_APPLICABLE: "—",
}


TO_COMPUTE = "待算"
"""The word in the place of a value that a formula will give."""


class EntryState(StrEnum):
    """How an entry stands against last year's text. The value is the word on the screen."""

    UNTOUCHED = "未动"
    FIGURES_ONLY = "仅改数"
    REWRITTEN = "已改写"
    NEW = "新增"
    DROPPED = "不再写"


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
