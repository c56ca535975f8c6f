"""A report with many sections is reviewed in time: the outline looks at each text once."""

from nianbao.desk.incoming import reading
from nianbao.desk.reviewing.review import Review
from nianbao.views.review import review_view
from tests.growing import LINEAR, steps

_NUMBERS = "一二三四五六七八九"


def _numbered(number):
    """Return a number up to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    return (
        (_NUMBERS[tens - 1] if tens > 1 else "")
        + ("十" if tens else "")
        + _NUMBERS[ones - 1] * bool(ones)
    )


def _review(number):
    """Return the review of a report of so many parts, each of nine sections."""
    lines = ["青岚县2025年法治政府建设年度报告", "2025年，全县推进依法行政。"]
    for part in range(1, number + 1):
        lines.append(f"{_numbered(part)}、主要举措之{part}")
        lines += [f"（{one}）规范行政执法\n评查案卷{part + 83}宗。" for one in _NUMBERS]
    return Review.of(reading.from_bytes("\n".join(lines).encode(), "2025.txt"))


def test_the_outline_of_four_times_the_sections_is_four_times_the_work():
    assert steps(_review, review_view.outline, 12) < LINEAR
