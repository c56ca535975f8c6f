"""A desk of two years to show, and the look of the window."""

import pytest
from tests.actions import desks

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName


@pytest.fixture
def desk(tmp_path, qapp):
    theme.apply(qapp, ThemeName.LIGHT, 100)
    made = desks.desk(tmp_path, before=1)
    yield made
    made.close()
