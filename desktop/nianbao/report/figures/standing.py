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
