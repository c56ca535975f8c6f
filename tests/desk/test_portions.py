"""A page of a review is shown in portions: nothing is lost, and none is too long to be shown."""

from hypothesis import given
from hypothesis import strategies as st

from nianbao.desk.reviewing.portions import portions
from nianbao.desk.reviewing.rows import ReviewRow, ReviewStretch, State, Text
from nianbao.views.review import review_view
from tests.desk.reviews import long_review

MOST_CHARACTERS, MOST_NUMBERS = 20_000, 300


def text_of(paragraphs):
    """Return paragraphs of (length, number of stretches, which of them are numbers) as a text."""
    rows, lines = [], []
    for at, (length, count, step) in enumerate(paragraphs):
        line = []
        for n in range(count):
            key = f"{at}@{n}" if step and n % step == 0 else ""
            line.append(ReviewStretch(text=chr(0x4E00 + n % 99) * length, key=key))
            if key:
                row = ReviewRow(key=key, label=key, value="1", unit="件", state=State.SURE)
                rows.append(row)
        lines.append(tuple(line))
    return Text(paragraphs=tuple(lines), rows=tuple(rows))


def written(paragraphs):
    return "".join(stretch.text for line in paragraphs for stretch in line)


shapes = st.lists(
    st.tuples(st.integers(1, 3) | st.just(45_000), st.integers(1, 700), st.integers(0, 3)).filter(
        lambda one: one[0] * one[1] < 200_000
    ),
    max_size=4,
)


@given(shapes)
def test_portions_hold_all_and_none_too_much(shape):
    text = text_of(shape)
    cut = portions(text)
    assert written(p for one in cut for p in one.paragraphs) == written(text.paragraphs)
    assert [row for one in cut for row in one.rows] == list(text.rows)
    for one in cut:
        assert len(written(one.paragraphs)) <= MOST_CHARACTERS
        assert len(one.rows) <= MOST_NUMBERS


@given(shapes)
def test_what_can_be_read_at_once_is_one_portion_with_its_paragraphs(shape):
    text = text_of(shape)
    if len(written(text.paragraphs)) <= MOST_CHARACTERS and len(text.rows) <= MOST_NUMBERS:
        (whole,) = portions(text)
        assert whole == text


def test_every_number_of_a_long_section_stands_in_the_portion_that_is_said():
    review = long_review(700)
    page = max(review_view.outline(review), key=lambda node: len(node.note)).page
    shown = review_view.page(review, page)
    assert shown.portions == 3
    every = review.numbers.rows([row.mention.piece for row in shown.rows])
    assert len(every) == 700
    assert "700" in shown.counted
    for row in (every[0], every[333], every[-1]):
        portion = review_view.portion_of(review, page, row.key)
        assert row in review_view.page(review, page, portion).rows


def test_a_portion_that_is_no_more_is_the_last_one():
    review = long_review(700)
    page = max(review_view.outline(review), key=lambda node: len(node.note)).page
    last = review_view.page(review, page, 99)
    assert last.portion == last.portions - 1
