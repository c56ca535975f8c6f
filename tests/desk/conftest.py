"""A review of a small report, and a workspace to store it in."""

import pytest

from nianbao.desk.desk import Desk
from nianbao.desk.reviewing.review import Review
from tests.desk.reviews import source


@pytest.fixture
def review():
    return Review.of(source())


@pytest.fixture
def desk(tmp_path):
    desk = Desk.create(tmp_path / "w.nianbao")
    yield desk
    desk.close()
