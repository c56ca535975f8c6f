"""Numbers written into a text are offered by the laws of the reading, and taken in as one act."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.actions import editing, offering, years
from nianbao.checks.open_items import OpenKind
from nianbao.desk import offers
from nianbao.desk.base import Base, turn
from nianbao.desk.checked import check
from nianbao.errors import InputError
from nianbao.report.figures.printed import written
from nianbao.report.model import Element, ElementKind
from nianbao.report.pieces import piece_of
from nianbao.report.writing import slots
from nianbao.understanding import offering as reading
from tests.actions.desks import entry, named


def source(desk, piece):
    return piece_of(desk.report, piece).source


def printed(desk, piece):
    return written(source(desk, piece), desk.ledger).text


def write(desk, word, more):
    """Write more behind the text of the entry that holds a word; return what is then offered."""
    piece = entry(desk, word)
    editing.write(desk, piece, source(desk, piece) + slots.escape(more))
    given_ = offers.material(desk, piece)
    return piece, offers.offer(given_) if given_ else None


NEW = "新建县级综治中心1个、乡镇综治中心１４个，受理群众诉求12万余件。"


def test_numbers_are_offered_as_they_are_written(desk):
    _, offer = write(desk, "案卷", NEW)

    assert [one.text for one in offer.numbers] == ["1个", "１４个", "12万余件"]
    assert [one.value for one in offer.numbers] == [1, 14, 120000]
    assert "乡镇综治中心" in offer.numbers[1].label
    assert not offer.odd


def test_they_become_figures_in_one_act_and_the_text_prints_as_before(desk):
    piece, offer = write(desk, "案卷", NEW)
    before, text = len(desk.ledger.indicators), printed(desk, piece)

    offering.accept(desk, offer, {1: "乡镇中心数"})

    assert printed(desk, piece) == text
    assert len(desk.ledger.indicators) == before + 3
    name = named(desk, "乡镇中心数")
    assert desk.ledger.known(name) == 14
    assert name in [slot.name for slot in slots.slots(source(desk, piece))]
    assert offers.offer(offers.material(desk, piece)) is None
    desk.undo()
    assert len(desk.ledger.indicators) == before
    assert source(desk, piece) == offer.source


def test_declined_numbers_are_not_offered_again_until_that_is_undone(desk):
    piece, offer = write(desk, "案卷", NEW)
    offering.decline(desk, offer)
    assert offers.offer(offers.material(desk, piece)) is None
    assert "1个" in source(desk, piece)

    _, more = write(desk, "案卷", "另建文化站3个。")
    assert [one.text for one in more.numbers] == ["3个"]
    desk.undo()
    desk.undo()
    assert len(offers.offer(offers.material(desk, piece)).numbers) == 3


def test_a_number_of_the_ledger_is_that_one_and_a_different_one_is_asked_about(desk):
    filed = named(desk, "复议申请新收")
    label = desk.ledger.indicators[filed].label
    piece, offer = write(desk, "案卷", "新收行政复议申请112件。")
    assert offer.numbers[0].label == label
    offering.accept(desk, offer)
    assert desk.ledger.known(filed) == 112
    assert filed in [slot.name for slot in slots.slots(source(desk, piece))]

    _, offer = write(desk, "应急", "新收行政复议申请104件。")
    assert offer.numbers[0].label != label
    assert "是112件，这里写的是104件" in offer.numbers[0].why
    with pytest.raises(InputError, match="112件"):
        offering.accept(desk, offer, {0: label})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("开展检查5-20次。", ""),
        ("办结率达120%。", "超过100%"),
        ("检查企业3.5家。", "带小数"),
    ],
)
def test_what_cannot_be_is_asked_about_and_never_taken(desk, text, why):
    _, offer = write(desk, "案卷", text)
    assert offer.numbers == ()
    assert offer.odd
    assert why in offer.odd[0].reason


def test_a_digit_beside_a_figure_is_no_number_of_its_own(desk):
    piece = entry(desk, "新收行政复议")
    editing.write(desk, piece, source(desk, piece).replace("{{", "3{{", 1))
    offer = offers.offer(offers.material(desk, piece))
    assert offer.numbers == ()
    assert "连着写" in offer.odd[0].reason


@pytest.mark.parametrize(
    "text",
    ["按照〔2024〕14号文件。", "深化“1+4”改革。", "办理《2025年计划》。", "【待核：增加5件】"],
)
def test_what_is_no_data_is_not_offered(desk, text):
    assert write(desk, "案卷", text)[1] is None


def test_a_text_that_was_changed_since_is_looked_at_again(desk):
    piece, offer = write(desk, "案卷", NEW)
    editing.write(desk, piece, source(desk, piece) + "。")
    with pytest.raises(InputError, match="改过"):
        offering.accept(desk, offer)


def test_the_next_year_has_what_was_taken_in(desk):
    piece, offer = write(desk, "案卷", NEW)
    offering.accept(desk, offer, {0: "县级中心数"})
    from nianbao.desk.base import Base, turn

    year = turn(Base.stored(desk.store, desk.unit, desk.year), None)
    assert named(desk, "县级中心数") in [figure.indicator for figure in year.figures]
    assert "{{ 县级中心数 }}" in piece_of(year.report, piece).source


NUMBERS = st.sampled_from(["7", "１２", "3000余万", "1,023", "十二", "98.5", "约550", "2万"])
WORDS = st.sampled_from(["办理案件", "发放资料", "同比增长", "培训执法人员", "，其中", "。全年"])
UNITS = st.sampled_from(["件", "份", "%", "人次", "", "万元", "宗"])


@settings(deadline=None, max_examples=60)
@given(parts=st.lists(st.tuples(WORDS, NUMBERS, UNITS), min_size=1, max_size=4))
def test_taking_in_never_changes_what_is_printed(parts):
    text = "".join("".join(part) for part in parts)
    values = {"旧数": Decimal(5)}
    before = slots.escape(text) + "，原有{{ 旧数 }}件。"

    found = reading.read(before, values, year=2026)

    placed = [(one.start, one.stop, one.slot) for one in found.numbers]
    assert all(text[one.start : one.stop] for one in found.numbers)
    after = reading.with_slots(before, values, placed)
    known = values | {one.slot.name: one.value for one in found.numbers}
    assert slots.render([after], known) == slots.render([before], values)
    spans = sorted((start, stop) for start, stop, _ in placed)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


YEARS = "2026年，全县执法质量稳步提升。"


def moving(desk, piece):
    return [slot.name for slot in slots.slots(source(desk, piece)) if slot.is_year]


def test_years_without_numbers_are_offered_and_move_by_one_act(desk):
    piece, offer = write(desk, "案卷", YEARS)
    before, text = moving(desk, piece), printed(desk, piece)
    assert [one.text for one in offer.years] == ["2026年"]

    offering.accept(desk, offer)

    assert printed(desk, piece) == text
    assert moving(desk, piece) == [*before, "年"]
    assert desk.steps()[0].name == "年份跟着变：“2026年”"
    assert offers.material(desk, piece) is not None
    assert offers.offer(offers.material(desk, piece)) is None


def test_years_that_stay_are_not_offered_again_and_numbers_beside_them_still_are(desk):
    piece, offer = write(desk, "案卷", YEARS)
    before = source(desk, piece)
    offering.decline(desk, offer)
    assert source(desk, piece) == before
    assert desk.steps()[0].name == "年份不变：“2026年”"
    assert offers.offer(offers.material(desk, piece)) is None

    _, offer = write(desk, "案卷", NEW)
    assert len(offer.numbers) == 3
    assert offer.years == ()


def test_years_beside_declined_numbers_are_asked_by_themselves(desk):
    piece, offer = write(desk, "案卷", "2026年，全县新建综治中心3个。")
    offering.decline(desk, offer)
    offer = offers.offer(offers.material(desk, piece))
    assert offer.numbers == ()
    assert [one.text for one in offer.years] == ["2026年"]


def new_items(desk):
    return check(desk).open_items.of([OpenKind.NEW])


def test_what_was_written_is_open_until_it_is_decided_on(desk):
    assert new_items(desk) == []
    piece, _ = write(desk, "案卷", NEW)
    other, years = write(desk, "应急", YEARS)

    assert [one.piece for one in new_items(desk)] == [piece, other]
    assert new_items(desk)[0].label == "1个、１４个、12万余件"
    offering.decline(desk, years)
    assert [one.piece for one in new_items(desk)] == [piece]
    offering.accept(desk, offers.offer(offers.material(desk, piece)))
    assert new_items(desk) == []
    desk.undo()
    desk.undo()
    assert [one.piece for one in new_items(desk)] == [piece, other]


def test_it_is_open_where_it_is_printed_behind_figures_that_are_missing(desk):
    piece, _ = write(desk, "新收行政复议", NEW)
    text = printed(desk, piece)
    assert "【" in text
    item = new_items(desk)[0]
    assert text[item.start : item.start + item.length] == "1"


def test_an_imported_year_has_no_new_numbers(desk):
    write(desk, "案卷", NEW)
    desk.show(desk.unit, desk.year - 1)
    assert new_items(desk) == []


def test_what_was_kept_of_last_year_is_not_new(desk):
    """Confirmed 【待核：…】 leave words that nobody wrote this year."""
    piece = entry(desk, "案卷")
    given = offers.material(desk, piece)
    assert given is None  # nothing was written
    kept = "办理时限压减近六成。"
    marked = replace(
        write(desk, "案卷", kept)[1] and offers.material(desk, piece),
        carried=source(desk, piece).replace("近六成", "【待核：近六成】"),
    )
    assert offers.offer(marked) is None
    assert offers.offer(replace(marked, carried="")) is not None


HOLDS = {ElementKind.TITLE, ElementKind.ADDRESSEE, ElementKind.PREFACE, ElementKind.CLOSING}
HOLDS |= {ElementKind.ATTACHMENT, ElementKind.SIGNATURE}


@pytest.mark.parametrize("kind", ElementKind)
def test_what_the_reading_takes_figures_from_is_offered_when_it_is_written(desk, kind):
    """What an import would make a figure must not stay last year's in the next year, unasked."""
    element = Element(id="x", kind=kind, text="")
    with desk.act("加一段") as action:
        desk.store.save_report(action, replace(desk.report, back=(element,)))

    editing.write(desk, "x", "建成便民服务中心37个")

    given_ = offers.material(desk, "x")
    found = [one.text for one in offers.offer(given_).numbers] if given_ else []
    assert found == (["37个"] if kind in HOLDS else [])
    assert check(desk).open_items.count(OpenKind.NEW) == len(found)


def test_a_number_in_a_heading_is_offered_and_is_asked_for_in_the_next_year(desk):
    section = desk.report.sections[0].sections[0]
    editing.write(desk, section.id, "规范行政执法，建成便民服务中心37个")
    (item,) = check(desk).open_items.of([OpenKind.NEW])
    shown = check(desk).context.printed[section.id].text
    assert shown[item.start : item.start + item.length].startswith("37")

    offering.accept(desk, offers.offer(offers.material(desk, section.id)))

    assert check(desk).context.printed[section.id].text == shown
    assert not check(desk).open_items.of([OpenKind.NEW])
    years.store(desk, turn(Base.stored(desk.store, desk.unit, desk.year), None))
    heading = check(desk).context.printed[section.id].text
    assert "37个" not in heading.partition("【待填：")[0]
    assert "上年37" in heading


def test_a_number_of_last_years_heading_is_not_offered(desk):
    section = desk.report.sections[0]
    assert offers.material(desk, section.id) is None
    editing.write(desk, section.id, section.title + "总述")
    assert offers.offer(offers.material(desk, section.id)) is None
