"""A report of last year, line by line."""

from tests.understanding.made_up import BODY, TITLE

LINES = [
    TITLE,
    f"2025年，{BODY}现将有关情况报告如下:",
    "一、主要举措和成效",
    f"(一)化解矛盾纠纷。2025年,新收行政复议申请83件,其中纠错11件,纠错率13.25%。发放资料12万余份。{BODY}",
    "二、存在的不足和原因",
    f"一是能力不足。{BODY}",
    "三、2026年主要安排",
    f"(一)强化执法监督。{BODY}",
]
