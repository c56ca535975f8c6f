"""A report is reviewed and corrected before it is stored; what was corrected is learnt at once."""

import pytest

from nianbao.actions import importing
from nianbao.actions.importing import import_report
from nianbao.desk.incoming import reading
from nianbao.desk.reviewing.review import Known, Review
from nianbao.desk.reviewing.rows import State
from nianbao.errors import InputError
from nianbao.report import flow
from nianbao.report.model import EntryKind
from nianbao.views.review import review_view
from nianbao.views.review.import_pages import Sureness
from tests.beginning import start_year
from tests.desk.reviews import UNIT, keys, labels, read, rows, source
from tests.given import SAMPLE


def test_every_page_reads_as_the_report_does_with_its_numbers_in_place():
    review = Review.of(reading.open_source(SAMPLE))
    pages = [review_view.page(review, node.page) for node in review_view.outline(review)]

    text = "\n".join(filter(None, map(read, pages)))
    assert text == review.source.document.text
    for page in pages:
        marked = [part for line in page.paragraphs for part in line if part.key]
        assert [part.key for part in marked] == [row.key for row in page.rows]
        assert all(
            row.value.lstrip("↓") in part.text for row, part in zip(page.rows, marked, strict=True)
        )
    assert sum(len(page.rows) for page in pages) == len(review.found.mentions)


def test_the_outline_says_how_sure_it_is_and_what_was_lost():
    lost = source().data.decode().replace("（二）优化政务服务", "（ ）优化政务服务")
    review = Review.of(reading.from_bytes(lost.encode(), "a.txt"))

    nodes = {node.title: node for node in review_view.outline(review)}
    assert nodes["（一）化解矛盾纠纷"].sureness is Sureness.SURE
    assert nodes["（二）优化政务服务"].sureness is Sureness.DOUBTFUL
    assert nodes["（二）优化政务服务"].note == "序号已补"
    assert nodes["一、主要举措和成效"].note == "7 数"


def test_arithmetic_and_what_does_not_come_out_are_said(review):
    first = review_view.page(review, review_view.outline(review)[3].page)
    wrong = Review.of(source(solved=716))
    other = review_view.page(wrong, review_view.outline(wrong)[3].page)

    assert first.sums == ("712÷726＝98.07%",)
    assert (first.disputes, other.sums) == ((), ())
    assert "按716件÷726件应为98.62%" in other.disputes[0].text
    assert other.counted == "本节4个数：认出4个，1个请看一眼。"


def test_a_number_that_was_not_understood_is_asked_about_and_settled(review):
    (asked,) = (row for row in rows(review).values() if row.state is State.ASK)

    assert asked.label == "612万用于大厅"
    assert review_view.summary(review) == "数据 7 个：确定 6、请看一眼 0、请确认 1"
    assert review_view.next_open(review, "title")[1] == asked.key
    review.confirm(asked.key)
    assert review_view.next_open(review, "title") is None
    assert review.undo() == "“612万”不是数据"
    assert review_view.next_open(review, "title")[1] == asked.key


def test_a_number_that_was_said_to_be_none_is_known_to_the_next_import(review, desk):
    (asked,) = (row for row in rows(review).values() if row.state is State.ASK)

    review.confirm(asked.key)

    importing.store_review(desk, review)
    following = Review.of(source(2025, 97), Known.of(desk))
    assert not [row for row in rows(following).values() if row.state is State.ASK]


def test_a_number_that_was_not_understood_is_made_a_figure_by_naming_it(review, desk):
    (asked,) = (row for row in rows(review).values() if row.state is State.ASK)

    review.rename(asked.key, "大厅拨款金额")

    row = rows(review)["大厅拨款金额"]
    assert (row.value, row.mention.value, row.state) == ("612万", 6120000, State.SURE)
    importing.store_review(desk, review)
    assert "大厅拨款金额" in labels(desk)
    following = Review.of(source(2025, 97), Known.of(desk))
    assert "大厅拨款金额" in rows(following)


def test_numbers_that_are_none_are_listed_by_the_reason(review):
    exceptions = review_view.listings(review)[3]

    assert {group.title for group in exceptions.groups} == {"标题序号"}


def test_import_and_corrections_are_undone_as_one_step(review, desk):
    review.rename(keys(review, "83")[0], "复议收案数")
    review.reject(keys(review, "98.07")[0])
    importing.store_review(desk, review)

    assert desk.undo() == "导入2024年度报告“2024.txt”"
    assert (desk.is_empty, desk.store.corrections(UNIT)) == (True, [])


def test_a_figure_without_a_sure_name_quotes_its_clause_and_stands_on_the_list_to_look_at():
    text = source(change="，属于主动公开的11条")
    row = next(row for row in rows(Review.of(text)).values() if "＿" in row.label)

    assert row.label == "新收行政复议申请…件，属于主动公开的＿条"
    assert row.value == "11"
    assert row.state is State.DOUBT
    assert "拿不准叫什么" in row.why


@pytest.mark.parametrize(("filed", "kept"), [(83, "申请83件"), (1083, "申请1083件")])
def test_what_was_said_to_be_no_figure_stays_as_it_is_in_the_new_year(desk, filed, kept):
    review = Review.of(source(filed=filed))
    review.reject(keys(review, str(filed))[0])
    (stray,) = (row.key for row in rows(review).values() if "612万" in row.label)
    review.confirm(stray)
    importing.store_review(desk, review)

    start_year(desk)

    text = flow.text(flow.rendered(desk.report, desk.ledger.values()))
    assert kept in text
    assert "拨付612万用于" in text
    assert "【待核：612万】" not in text
    assert desk.carried == desk.report


def test_a_section_is_put_elsewhere_and_its_entries_become_of_that_kind(review, desk):
    part = next(node for node in review_view.outline(review) if node.title.startswith("二、"))
    assert "shortcomings" in dict(review_view.page(review, part.page).homes)

    review.assign(part.page, "next_year")
    assert review_view.page(review, part.page).confidence == 1.0
    importing.store_review(desk, review)

    assert desk.report.sections[1].key == "next_year"
    assert {entry.kind for entry in desk.report.sections[1].entries} == {EntryKind.PLAN}


def test_a_change_is_judged_by_last_years_report(desk):
    import_report(desk, source(2023, 50))
    desk.refresh()
    review = Review.of(source(2024, 60, change="，同比增长35%"), Known.of(desk))

    (dispute,) = review_view.page(review, review_view.outline(review)[3].page).disputes
    assert "按两年的数应为20" in dispute.text
    importing.store_review(desk, review)
    assert "change_disagrees" in [c.rule for c in desk.store.changes(UNIT, 2024)]


def test_another_report_of_the_year_is_refused_and_the_same_file_only_opened(review, desk):
    importing.store_review(desk, review)
    with pytest.raises(InputError, match="已经在"):
        importing.store_review(desk, Review.of(source(2024, 84), Known.of(desk)))
    assert importing.store_review(desk, Review.of(source(), Known.of(desk))).already
    assert len(desk.store.reports()) == 1


def test_what_was_cut_and_changed_is_listed():
    text = "当前位置：首页>政务公开\n" + source().data.decode().replace("83件。", "83件,")
    removed, changed, hidden, _ = review_view.listings(
        Review.of(reading.from_bytes(text.encode(), "a.txt"))
    )

    assert [line.before for group in removed.groups for line in group.lines] == [
        "当前位置：首页>政务公开"
    ]
    assert removed.summary == "网页导航、来源、打印等行 1"
    assert "半角标点改全角" in changed.summary
    assert hidden.summary == "没有"
    comments = review_view.listings(Review.of(reading.open_source(SAMPLE)))[2]
    assert comments.groups[0].lines[0].why == "安澜县司法局的批注"


def test_what_is_asked_about_the_whole_text_is_listed_first_and_counted_below():
    text = "青岚县2024年法治政府建设年度报告\n" + "全县受理行政复议83件，办结79件。\n" * 40
    whole = Review.of(reading.from_bytes(text.encode(), "a.txt"))

    asked, *_ = review_view.listings(whole)
    assert (asked.title, asked.summary) == ("请先核对", "没有认出结构 1")
    assert "没有认出结构" not in review_view.listings(whole)[2].summary
    assert review_view.summary(whole).endswith("；另有 1 处请先核对")


def test_a_missed_number_becomes_data_under_a_name_of_its_own(desk):
    review = Review.of(source(change="，涉及三级行政机关"))
    page = next(n.page for n in review_view.outline(review) if "化解" in n.title)
    (missed,) = (
        o for o in review_view.others(review, review_view.page(review, page)) if "〔三〕" in o.text
    )
    before = len(review.found.mentions)

    review.accept(missed.key)

    assert len(review.found.mentions) == before + 1
    (row,) = (r for r in rows(review).values() if r.key == missed.key)
    assert row.value == "三"
    review.rename(missed.key, "涉及机关层级数")
    assert "涉及机关层级数" in rows(review)
    assert review.undo()
    assert review.undo()
    assert len(review.found.mentions) == before


def test_nothing_is_all_seen_while_a_page_may_be_in_the_wrong_place():
    lost = source().data.decode().replace("（二）优化政务服务", "（ ）优化政务服务")
    review = Review.of(reading.from_bytes(lost.encode(), "a.txt"))
    seen = []
    page, key = "title", ""
    while found := review_view.next_open(review, page, key):
        page, key = found
        assert found not in seen
        seen.append(found)
        review.confirm(key) if key else review.settle(page)

    assert ("", True) in [(key, bool(page)) for page, key in seen]
    assert all(node.sureness is Sureness.SURE for node in review_view.outline(review))


def test_a_text_is_understood_again_only_when_a_rule_came_or_went(review, monkeypatch):
    understood, times = reading.Source.understood, []

    def counted(self, **more):
        times.append(1)
        return understood(self, **more)

    monkeypatch.setattr(reading.Source, "understood", counted)
    first = next(row for row in rows(review).values() if row.mention)
    review.rename(first.key, "新收复议申请数")
    assert len(times) == 1
    review.settle(review_view.outline(review)[-1].page)
    review.undo()
    assert len(times) == 1
    review.undo()
    assert len(times) == 2
    assert first.label in rows(review)
