"""On every page: nothing takes the focus without a name, and no word is foreign."""

import pytest

from nianbao.ui.shell import page_ids
from tests.given import SAMPLE
from tests.ui import walking

OVER_THE_DESK = [
    *page_ids.WORDS,
    page_ids.SEARCH,
    page_ids.VERSIONS,
    page_ids.HISTORY,
    page_ids.AUTOMATIC,
]


@pytest.mark.parametrize("place", OVER_THE_DESK)
def test_a_page_over_the_workspace(begun, place):
    window = begun()

    window.go(place)

    assert walking.faults(window.window()) == []


def test_the_form_with_the_preview_beside_and_a_question_in_hand(begun):
    window = begun()
    window.toggle_side_preview()
    window.commands.run("next_open")
    window.commands.run("palette")

    assert walking.faults(window.window()) == []


def test_the_pages_of_the_way(begun, qtbot):
    window = begun()
    window.setup.plan_year()
    assert walking.faults(window.window()) == []

    window.close_desk()
    assert walking.nameless(window.window()) == []  # it tells where its files are, in Latin here
    window.setup.import_file(SAMPLE)
    review = window.stack.currentWidget
    qtbot.waitUntil(lambda: review() is not window.start)

    assert walking.nameless(window.window()) == []


@pytest.mark.parametrize("command", ["shortcuts", "diagnosis", "about", "places"])
def test_what_is_told_of_the_program(begun, command):
    window = begun()

    window.commands.run(command)

    assert walking.nameless(window.window()) == []
