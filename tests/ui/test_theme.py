"""A look is put on once: every widget is polished anew by it."""

import pytest

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName


@pytest.fixture
def changes(qapp):
    theme.apply(qapp, ThemeName.LIGHT, 100)
    told = []
    theme.notifier().changed.connect(lambda: told.append(1))
    yield told
    theme.apply(qapp, ThemeName.LIGHT, 100)


def test_the_same_look_again_draws_nothing_anew(qapp, changes):
    theme.apply(qapp, ThemeName.LIGHT, 100)

    assert not changes


@pytest.mark.parametrize("look", [(ThemeName.DARK, 100), (ThemeName.LIGHT, 150)])
def test_another_theme_or_zoom_is_put_on_and_back(qapp, changes, look):
    before = qapp.styleSheet()

    theme.apply(qapp, *look)
    assert qapp.styleSheet() != before
    theme.apply(qapp, ThemeName.LIGHT, 100)

    assert qapp.styleSheet() == before
    assert len(changes) == 2
