"""A review in a window of its own."""

import pytest

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.review.review_page import ReviewPage


@pytest.fixture
def make(qapp, qtbot):
    theme.apply(qapp, ThemeName.LIGHT, 100)

    def made(review):
        page = ReviewPage(review)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        qtbot.waitExposed(page)
        page.table.setFocus()
        return page

    return made
