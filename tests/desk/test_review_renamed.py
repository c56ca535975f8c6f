"""Figures of a review are renamed, made one, made two, said to be none: it is learnt at once."""

from decimal import Decimal

import pytest

from nianbao.actions import editing, importing
from nianbao.desk.incoming import reading
from nianbao.desk.reviewing.review import Known, Review
from nianbao.desk.reviewing.rows import State
from nianbao.errors import InputError
from nianbao.views.review import review_view
from tests.actions.desks import named
from tests.beginning import start_year
from tests.desk.reviews import UNIT, keys, labels, printed, rows, source


def test_a_new_name_is_stored_and_known_to_the_next_import(review, desk):
    review.rename(keys(review, "83")[0], "复议收案数")
    assert rows(review)["复议收案数"].value == "83"

    importing.store_review(desk, review)
    assert "复议收案数" in labels(desk)
    assert (desk.unit, desk.year) == (UNIT, 2024)
    following = Review.of(source(2025, 97), Known.of(desk))
    assert rows(following)["复议收案数"].value == "97"
    importing.store_review(desk, following)
    assert [f.value for f in desk.figures if f.indicator == "复议收案数"] == [83, 97]


def test_a_rule_of_the_workspace_can_be_corrected_again(review, desk):
    review.rename(keys(review, "83")[0], "复议收案数")
    importing.store_review(desk, review)
    following = Review.of(source(2025, 97), Known.of(desk))

    following.rename(keys(following, "97")[0], "复议申请数")
    importing.store_review(desk, following)

    assert [c.label for c in desk.store.corrections(UNIT)] == ["复议申请数"]


def test_two_places_become_one_figure_and_two_again(review):
    first, second = keys(review, "12")
    one = rows(review)
    label = next(row.label for row in one.values() if row.key == first)
    assert review_view.mergeable(review, second) == [label]

    review.rename(second, label)
    assert len({m.indicator for m in review.found.mentions if m.writing == "12"}) == 1
    review.split(second, "试点数")
    assert rows(review)["试点数"].key == second
    assert rows(review)[label].key == first
    review.undo()
    review.undo()
    assert rows(review).keys() == one.keys()


def test_what_differs_cannot_be_one(review):
    before = rows(review).keys()
    with pytest.raises(InputError, match="83件，这里是712件，不是同一个数"):
        review.rename(keys(review, "712")[0], rows(review)[next(iter(before))].label)
    for name in ("", "  ", "12"):
        with pytest.raises(InputError):
            review.rename(keys(review, "83")[0], name)
    with pytest.raises(InputError, match="只出现一次"):
        review.split(keys(review, "83")[0], "别的数")

    assert rows(review).keys() == before
    assert review.undo() is None


def test_of_two_figures_with_one_name_only_the_one_in_hand_is_renamed():
    text = source().data.decode().replace("推进12个试点", "建成便民大厅15个")
    review = Review.of(reading.from_bytes(text.encode(), "a.txt"))
    twice = {row.value: row for row in rows(review).values() if row.state is State.DOUBT}
    assert twice.keys() == {"12", "15"}

    review.rename(twice["15"].key, "乡镇便民大厅数")

    assert rows(review)["乡镇便民大厅数"].value == "15"
    assert rows(review)[twice["12"].label].value == "12"
    assert not [row for row in rows(review).values() if row.state is State.DOUBT]


def test_what_is_no_figure_is_left_alone_and_not_asked_about_again(review, desk):
    review.reject(keys(review, "83")[0])

    assert not keys(review, "83")
    assert review_view.page(review, review_view.outline(review)[3].page).counted.startswith(
        "本节3个数：认出3个"
    )
    importing.store_review(desk, review)
    following = Review.of(source(2025, 97), Known.of(desk))
    assert not keys(following, "97")
    assert "97件" not in rows(following)


def test_a_misread_value_is_told_and_the_text_stays_as_it_was(desk):
    review = Review.of(source(solved=716))
    (key,) = keys(review, "98.07")

    review.revalue(key, "98.62%")

    (row,) = (r for r in rows(review).values() if r.key == key)
    assert (row.value, row.state) == ("98.62", State.FORMULA)  # and now the counts give it
    importing.store_review(desk, review)
    name = row.mention.indicator
    assert desk.ledger.known(name) == Decimal("98.62")
    assert "化解率98.07%" in printed(desk)
    assert "98.62" not in printed(desk)
    assert [r.kind for r in desk.store.corrections(UNIT)] == []  # another year's number is its own


def test_the_same_value_in_the_new_year_is_written_as_it_is(desk):
    review = Review.of(source(solved=716))
    (key,) = keys(review, "98.07")
    review.revalue(key, "98.62")
    importing.store_review(desk, review)
    name = review.mention(key).indicator
    start_year(desk)

    editing.use_formula(desk, name)
    for word, number in (("排查", "726"), ("化解", "716")):
        editing.answer(desk, named(desk, word), number)

    assert "化解率98.62%" in printed(desk)


def test_a_unit_is_corrected_here_and_in_the_next_import(desk):
    review = Review.of(source())
    (key,) = keys(review, "83")
    review.remeasure(key, "宗")
    review.rename(key, "复议收案数")
    assert rows(review)["复议收案数"].unit == "宗"
    importing.store_review(desk, review)

    following = Review.of(source(2025, 97), Known.of(desk))

    assert rows(following)["复议收案数"].unit == "宗"
    assert rows(following)["复议收案数"].value == "97"
