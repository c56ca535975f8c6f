"""Which year a figure is of: its words say so for the first number behind them, not for others."""

import pytest

from tests.understanding.accounts import understood

LINES = ["青岭县2025年法治政府建设年度报告", "一、主要举措", "（一）规范行政执法"]


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("权责事项由2024年的296项调整为288项。", [2024, 2025]),
        ("检查次数由2024年的1986次降至1357次。", [2024, 2025]),
        ("历史积案6件已化解5件。", [2024, 2025]),
        ("上年结转5件，新收83件。", [2024, 2025]),
        ("2024年为83件，今年为92件。", [2024, 2025]),
        ("比2024年的83件减少9件。", [2024, 2025]),
        ("受理案件83件，审结79件。", [2025, 2025]),
    ],
)
def test_a_figure_is_of_the_year_that_its_words_name(said, years):
    found = understood([*LINES, "各项工作有序推进。" * 12, said])

    assert [mention.year for mention in found.mentions] == years
