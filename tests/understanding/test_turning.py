"""Where what was wanting goes on with what is planned, and where it is told of again."""

import pytest

from nianbao.report.model import EntryKind
from nianbao.standards.layout import layout
from nianbao.understanding.structure.turning import Turning

SHORT, PLAN = EntryKind.SHORTCOMING, EntryKind.PLAN


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("一是执法力量薄弱。二是培训不够。", [SHORT]),
        ("执法力量薄弱。下一步，我们将加强培训。", [SHORT, PLAN]),
        ("执法力量薄弱。下一步，我们将加强培训。短板二：培训不够。", [SHORT, PLAN, SHORT]),
        ("一是力量薄弱。下一步，将加强培训。二是宣传不够。", [SHORT, PLAN, SHORT]),
        ("力量薄弱。下一步：一是加强培训。二是加强宣传。", [SHORT, PLAN]),
    ],
)
def test_a_text_is_cut_where_it_turns(text, kinds):
    parts = list(Turning(2025, layout()).parts(text))

    assert [kind for kind, _ in parts] == kinds
    assert "".join(said for _, said in parts) == text


def test_the_first_sentence_below_a_title_is_of_the_title():
    held = list(Turning(2025, layout()).parts("下一步工作还不够实。", held=True))

    assert held == [(SHORT, "下一步工作还不够实。")]
