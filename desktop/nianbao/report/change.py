"""What the program changed by itself, each change to be seen and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Seen(Enum):
    """Where a change is looked at when a report was imported, or a year was begun."""

    TAKEN_AWAY = auto()
    CHANGED = auto()
    ASKED = auto()  # about the text as a whole
    AT_NUMBER = auto()
    NEW_YEAR = auto()


class ChangeRule(StrEnum):
    """Why something was changed or is asked. Workspaces hold the values: they stay as they are."""

    FURNITURE = "furniture"

    PUNCTUATION = "punctuation"
    SPACE = "space"
    INNER_TITLE = "inner_title"
    YEAR_RANGE = "year_range"
    LOOKALIKE = "lookalike"
    LOST_NUMERAL = "lost_numeral"
    HEADING_NUMBER = "heading_number"
    WRAPPED = "wrapped"
    MARKDOWN = "markdown"
    STRUCK_TEXT = "struck_text"
    LINE_SPLIT = "line_split"
    LINE_JOINED = "line_joined"
    TABLE_FLATTENED = "table_flattened"
    OTHER = "other"

    NO_STRUCTURE = "no_structure"
    LEVEL_IN_DOUBT = "level_in_doubt"
    TITLE_IN_DOUBT = "title_in_doubt"
    SECOND_REPORT = "second_report"
    END_IN_DOUBT = "end_in_doubt"
    NOTICE_ABOVE = "notice_above"
    LINE_REPEATED = "line_repeated"
    PARAGRAPH_IN_DOUBT = "paragraph_in_doubt"

    RATE_DISAGREES = "rate_disagrees"
    CHANGE_DISAGREES = "change_disagrees"
    SAME_NAME = "same_name"

    YEAR_SHIFTED = "year_shifted"
    ELEMENT_CLEARED = "element_cleared"
    ELEMENT_ADDED = "element_added"
    FIGURE_CLEARED = "figure_cleared"
    FIGURE_TO_CONFIRM = "figure_to_confirm"
    FIGURE_BY_FORMULA = "figure_by_formula"
    ENTRY_KEPT = "entry_kept"
    PERIOD_ENDED = "period_ended"
    ONCE_ONLY = "once_only"
    PHRASE_TO_CHECK = "phrase_to_check"
    EVENT_OF_LAST_YEAR = "event_of_last_year"
    EVENT_BESIDE = "event_beside"
    YEAR_KEPT = "year_kept"
    NUMBER_TO_CHECK = "number_to_check"

    @property
    def words(self) -> str:
        """What it is called on the screen."""
        return _RULES[self][1]

    @property
    def seen(self) -> Seen:
        """Where it is looked at."""
        return _RULES[self][0]

    @classmethod
    def _missing_(cls, value: object) -> "ChangeRule":
        """Take a word of another version of the program: what was changed is still to be seen."""
        return cls.OTHER


_RULES: Mapping[ChangeRule, tuple[Seen, str]] = {
    ChangeRule.FURNITURE: (Seen.TAKEN_AWAY, "网页导航、来源、打印等行"),
    ChangeRule.PUNCTUATION: (Seen.CHANGED, "半角标点改全角"),
    ChangeRule.SPACE: (Seen.CHANGED, "去掉多余空格"),
    ChangeRule.INNER_TITLE: (Seen.CHANGED, "书名号里的书名号改单"),
    ChangeRule.YEAR_RANGE: (Seen.CHANGED, "年份之间改用连接号"),
    ChangeRule.LOOKALIKE: (Seen.CHANGED, "部首改成汉字"),
    ChangeRule.LOST_NUMERAL: (Seen.CHANGED, "补上缺失的序号"),
    ChangeRule.HEADING_NUMBER: (Seen.CHANGED, "理顺序号的空格和括号"),
    ChangeRule.WRAPPED: (Seen.CHANGED, "接回断行"),
    ChangeRule.MARKDOWN: (Seen.CHANGED, "去掉Markdown记号"),
    ChangeRule.STRUCK_TEXT: (Seen.CHANGED, "没有读入加了删除线的字"),
    ChangeRule.LINE_SPLIT: (Seen.CHANGED, "一行两个要素分成两行"),
    ChangeRule.LINE_JOINED: (Seen.CHANGED, "断成两截的要素合成一行"),
    ChangeRule.TABLE_FLATTENED: (Seen.CHANGED, "表格逐格成段"),
    ChangeRule.OTHER: (Seen.CHANGED, "其他改动"),
    ChangeRule.NO_STRUCTURE: (Seen.ASKED, "没有认出结构"),
    ChangeRule.LEVEL_IN_DOUBT: (Seen.ASKED, "标题层次看不准"),
    ChangeRule.TITLE_IN_DOUBT: (Seen.ASKED, "标题断行看不准"),
    ChangeRule.SECOND_REPORT: (Seen.ASKED, "不止一份报告"),
    ChangeRule.END_IN_DOUBT: (Seen.ASKED, "署名和日期看不准"),
    ChangeRule.NOTICE_ABOVE: (Seen.ASKED, "前面还有一份通知"),
    ChangeRule.PARAGRAPH_IN_DOUBT: (Seen.ASKED, "段落断行看不准"),
    ChangeRule.LINE_REPEATED: (Seen.ASKED, "反复出现的行"),
    ChangeRule.RATE_DISAGREES: (Seen.AT_NUMBER, "比率与件数不符"),
    ChangeRule.CHANGE_DISAGREES: (Seen.AT_NUMBER, "增减与两年的数不符"),
    ChangeRule.SAME_NAME: (Seen.AT_NUMBER, "两个数同名"),
    ChangeRule.YEAR_SHIFTED: (Seen.NEW_YEAR, "年份顺延"),
    ChangeRule.ELEMENT_CLEARED: (Seen.NEW_YEAR, "每年不同的要素清空"),
    ChangeRule.ELEMENT_ADDED: (Seen.NEW_YEAR, "补上缺的要素"),
    ChangeRule.FIGURE_CLEARED: (Seen.NEW_YEAR, "数据重新报"),
    ChangeRule.FIGURE_TO_CONFIRM: (Seen.NEW_YEAR, "累计数待确认"),
    ChangeRule.FIGURE_BY_FORMULA: (Seen.NEW_YEAR, "比率由件数计算"),
    ChangeRule.ENTRY_KEPT: (Seen.NEW_YEAR, "上年的不足和安排"),
    ChangeRule.PERIOD_ENDED: (Seen.NEW_YEAR, "到期的规划"),
    ChangeRule.ONCE_ONLY: (Seen.NEW_YEAR, "只有一次的事"),
    ChangeRule.PHRASE_TO_CHECK: (Seen.NEW_YEAR, "只合适一年的话"),
    ChangeRule.EVENT_OF_LAST_YEAR: (Seen.NEW_YEAR, "上年办成的事"),
    ChangeRule.EVENT_BESIDE: (Seen.NEW_YEAR, "同一节里上年办成的别的事"),
    ChangeRule.YEAR_KEPT: (Seen.NEW_YEAR, "不顺延的年份"),
    ChangeRule.NUMBER_TO_CHECK: (Seen.NEW_YEAR, "不是数据的日期和数"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One automatic change to a text.

    `paragraph` is the paragraph of the original file, `piece` the id of the element, section or
    entry, whichever is known. `open` changes are questions: the program left the text as it was and
    asks.
    """

    rule: ChangeRule
    before: str
    after: str
    paragraph: int | None = None
    piece: str = ""
    reason: str = ""
    open: bool = False
