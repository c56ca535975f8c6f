"""One thing told of two years: each value is of its own year, the earlier is last year's of it."""

import pytest

from nianbao.report.correction import Correction, CorrectionKind
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding.arithmetic.relations import formulas
from nianbao.understanding.induce import Inducer, TextPlace
from tests.drafting.drafts import turned
from tests.understanding.names.labelled import labels

COUNT = "行政复议案件数"
FORMER = "上年行政复议案件数"


def told(said):
    """Return (text, label, year) of each number that a small report of 2025 says."""
    last, _ = turned(said)
    return [(one.text, one.label, one.year) for one in last.mentions]


def formers(said):
    """Return (earlier, later) for the figures that are last year's of another."""
    last, _ = turned(said)
    labels = {one.name: one.label for one in last.indicators}
    return [
        (labels[one.result], labels[one.operands[0].removesuffix("@上年")])
        for one in last.relations
        if one.confirmed and one.operands[0].endswith("@上年")
    ]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("实施涉企行政检查83次，比2024年的97次下降14.4%。", "涉企行政检查次数"),
        ("受理行政复议案件97件，较上年的83件增加14件。", "行政复议案件受理数"),
    ],
)
def test_what_it_is_compared_with_is_last_years_of_it(said, name):
    found = told(said)

    assert [label for _, label, _ in found[:2]] == [name, f"上年{name}"]
    assert found[1][2] == 2024
    assert formers(said) == [(f"上年{name}", name)]


@pytest.mark.parametrize(
    "said",
    [
        "2024年、2025年行政复议案件分别为83件、97件。",
        "2024年和2025年行政复议案件分别为83件和97件。",
        "2024年度与2025年度，行政复议案件依次为83件、97件。",
        "2024年、2025年行政复议案件分别为83、97件。",
        "二〇二四年、二〇二五年行政复议案件分别为83件、97件。",
        "行政复议案件2024年、2025年分别为83件、97件。",
        "上年和本年行政复议案件分别为83件、97件。",
        "去年和今年，行政复议案件分别为83件、97件。",
        "行政复议案件由2024年的83件增加到2025年的97件。",
        "行政复议案件从上年的83件增至97件。",
        "行政复议案件数2024年为83件，2025年为97件。",
        "行政复议案件2024年83件、2025年97件。",
        "行政复议案件2024年为83件，2025年增加到97件。",
    ],
)
def test_the_later_value_is_named_as_if_alone_and_the_earlier_is_last_years_of_it(said):
    numbers = [(label, year) for _, label, year in told(said)]

    assert numbers == [(FORMER, 2024), (COUNT, 2025)]
    assert formers(said) == [(FORMER, COUNT)]


@pytest.mark.parametrize(
    "said",
    [
        "2025年和2024年行政复议案件分别为97件、83件。",
        "2025年、2024年行政复议案件分别为97、83件。",
        "今年和去年行政复议案件分别为97件、83件。",
        "行政复议案件2025年为97件，2024年为83件。",
    ],
)
def test_the_later_year_may_be_told_first(said):
    numbers = [(text[:2], label, year) for text, label, year in told(said)]

    assert numbers == [("97", COUNT, 2025), ("83", FORMER, 2024)]
    assert formers(said) == [(FORMER, COUNT)]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "2024年和2025年行政诉讼案件分别为210件和186件，败诉率分别为8.1%和6.5%。",
            ["上年行政诉讼案件数", "行政诉讼案件数", "上年{rate}", "{rate}"],
        ),
        (
            "2024年、2025年分别新收行政复议案件83件、97件，分别审结80件、91件。",
            ["上年{taken}", "{taken}", "上年{done}", "{done}"],
        ),
        (
            "2024年、2025年行政复议案件分别为83件、97件，审结80件、91件。",
            [FORMER, COUNT, "上年{done}", "{done}"],
        ),
        (
            "2024年、2025年行政复议案件分别为83件、97件，其中企业申请分别为20件、31件。",
            [FORMER, COUNT, "上年{part}", "{part}"],
        ),
    ],
)
def test_rows_that_follow_are_of_the_same_years(said, names):
    found = told(said)
    labels = [label for _, label, _ in found]

    assert [year for _, _, year in found] == [2024, 2025] * 2
    assert [labels[0], labels[2]] == ["上年" + labels[1], "上年" + labels[3]]
    assert [said for said in names if "{" not in said] == [
        label for label, said in zip(labels, names, strict=True) if "{" not in said
    ]
    assert formers(said) == [(labels[0], labels[1]), (labels[2], labels[3])]


def test_each_value_of_a_row_is_named_like_the_one_of_a_year_alone():
    row = labels("2024年和2025年行政诉讼案件分别为210件和186件，败诉率分别为8.1%和6.5%。")

    assert row[1::2] == labels("2025年行政诉讼案件为186件，败诉率为6.5%。")


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("2025年办理法律援助案件812件，2024年为756件。", "法律援助案件办理数"),
        ("办理法律援助案件812件，2024年为756件。", "法律援助案件办理数"),
        ("办理法律援助案件812件，上年为756件。", "法律援助案件办理数"),
        ("办理法律援助案件812件，去年756件。", "法律援助案件办理数"),
        ("2025年办理法律援助案件812件，2024年为756件，同比增长7.4%。", "法律援助案件办理数"),
        ("截至2025年底，执法人员1286人，2024年底为1203人。", "执法人员人数"),
    ],
)
def test_what_it_was_last_year_is_last_years_of_what_was_just_told(said, now):
    found = told(said)

    assert [label for _, label, _ in found[:2]] == [now, "上年" + now]
    assert [year for _, _, year in found[:2]] == [2025, 2024]
    assert formers(said) == [("上年" + now, now)]


def test_what_two_things_were_last_year_is_told_in_their_order():
    found = told("2025年受理案件83件、审结79件，2024年分别为71件、66件。")
    names = [label for _, label, _ in found]

    assert names[2:] == ["上年" + names[0], "上年" + names[1]]
    assert [year for _, _, year in found] == [2025, 2025, 2024, 2024]


def test_each_thing_may_be_followed_by_what_it_was_last_year():
    said = "2025年，调解纠纷4210件，2024年为4033件，成功率98.2%，2024年为97.5%。"
    names = [label for _, label, _ in told(said)]

    assert names[1::2] == ["上年" + name for name in names[::2]]
    assert len(formers(said)) == 2


def test_a_change_behind_a_row_is_the_change_of_what_it_counts():
    last, _ = turned("2024年、2025年行政复议案件分别为83件、97件，同比增长16.9%。")

    assert last.mentions[2].label == "行政复议案件增长幅度"
    assert any(
        one.confirmed and one.operands == tuple(last.mentions[at].indicator for at in (1, 0))
        for one in last.relations
    )


def test_a_year_that_is_told_twice_has_one_value_in_the_year_after():
    assert len(formers("行政复议案件2024年为83件，2025年为97件，2024年为85件。")) == 1


def test_a_number_that_the_user_refuses_is_last_years_of_nothing():
    said = "2024年、2025年行政复议案件分别为83件、97件。"
    refused = Correction(kind=CorrectionKind.REJECT, found_as=COUNT, unit="件")
    inducer = Inducer(year=2025, quantities=quantities(), corrections=[refused])
    inducer.source(said, TextPlace(piece="a", section="", paragraph=0))

    assert [one.label for one in inducer.mentions] == [FORMER]
    assert inducer.formers == []


def test_a_value_that_two_figures_may_have_had_is_asked_for():
    first = "2024年、2025年行政复议案件分别为83件、97件。"
    last, _ = turned(first, first.replace("97", "99"))

    assert sum(one.label == FORMER for one in last.indicators) == 1
    assert last.relations == ()


def test_no_figure_is_its_own_value_of_last_year():
    told = turned("2024年、2025年行政复议案件分别为83件、83件。")[0].mentions[0]

    assert formulas([], [told], (), [(told, told)]) == []


def test_a_formula_is_given_once():
    last, _ = turned("2024年、2025年行政复议案件分别为83件、97件，同比增长16.9%。")
    keys = [one.key for one in last.relations]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "said",
    [
        # the years stay, or are more than two
        "2024、2025年度行政复议案件分别为83件、97件。",
        "2024—2025年行政复议案件分别为83件、97件。",
        "2023年、2024年、2025年行政复议案件分别为71件、83件、97件。",
        "2023年、2024年和2025年行政复议案件分别为71件、83件、97件。",
        "2023年、2024年行政复议案件分别为71件、83件。",
        "2024年、2025年和2026年行政复议案件分别为83件、97件。",
        "2024年、2025年分别获评省级示范村3个、5个。",
        "2024年、2025年上半年行政复议案件分别为83件、97件。",
        "2024年、2025年，自2023年起行政复议案件分别为83件、97件。",
        "2024年、2025年，与2023年相比，行政复议案件分别为83件、97件。",
        # the numbers are not one for each year
        "2024年、2025年行政复议案件分别为83件、97件、101件。",
        "2024年、2025年行政复议案件分别为83件、97人。",
        "2024年、2025年行政复议案件分别为83件，撤回97件。",
        "行政复议案件2024年为83件，2025年为97人。",
        "2024年、2025年行政复议案件共180件，分别为调解83件、和解97件。",
        # they count several things
        "2024年、2025年行政复议、行政应诉案件分别为83件、97件。",
        "2024年、2025年，公安、住建领域案件居多，分别为83件、97件。",
        "2024年、2025年，两类案件分别为83件、97件。",
        "2024年和2025年，城乡案件分别为83件、97件。",
        "行政复议、行政应诉案件2024年、2025年分别为83件、97件。",
        "行政复议、行政应诉案件分别为83件、97件。",
        # nothing says which is of which year
        "2024年、2025年行政复议案件83件、97件。",
        "2024年、2025年行政复议案件分别增加83件、97件。",
        "与2024年、2025年相比，行政复议案件分别减少83件、97件。",
        # what was counted last year is not sure
        "受理案件97件，审结91件，2024年为83件。",
        "2023年受理案件97件，2024年为83件。",
        "受理案件97件，2024年分别为83件。",
        "受理案件97件、审结91件，2024年为83件、79件。",
        "受理案件97件、审结91件，2024年分别为83件。",
        "受理案件97件、审结91件，2024年分别为83件，调解79件。",
        "受理案件97件，2024年为83人。",
        "受理案件97件，2024年为83件旧案。",
        "累计受理案件97件，2024年为83件。",
        "近两年受理案件180件，2024年为83件。",
        "受理案件97件。2024年为83件。",
        "受理案件有所增长，2024年为83件，审结79件。",
        "受理案件97件、审结91件，2024年分别为83件、79件、5件。",
        "权责事项由2023年的296项调整为2025年的288项。",
        "2023年71件、2024年83件、2025年97件。",
    ],
)
def test_where_the_text_does_not_say_it_no_figure_is_last_years_of_another(said):
    assert formers(said) == []


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("行政复议、行政应诉案件分别为83件、97件。", ["行政复议数", "行政应诉案件数"]),
        (
            "2024年、2025年行政复议案件分别为83件、97件，企业、个人申请分别为20件、77件。",
            ["企业申请数", "个人申请数"],
        ),
    ],
)
def test_a_row_of_several_things_keeps_their_names(said, names):
    assert labels(said)[-2:] == names


@pytest.mark.parametrize("how", ["同比分别下降", "同比下降"])
def test_changes_in_a_row_stay_as_they_are(how):
    found = told(f"2024年、2025年行政复议案件分别为83件、97件，{how}12%、8%。")

    assert [year for _, _, year in found[2:]] == [2025, 2025]
    assert "件、…件，同比" in found[2][1]
