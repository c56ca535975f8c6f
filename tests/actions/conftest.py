"""A desk with a year begun, made once and copied for each test."""

import shutil

import pytest

from nianbao.desk.desk import Desk
from tests.actions import desks


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    made = desks.desk(tmp_path_factory.mktemp("desk"))
    made.close()
    return made.place


@pytest.fixture
def begun(made_once, tmp_path):
    place = tmp_path / "青岚县.nianbao"
    shutil.copyfile(made_once, place)
    desk = Desk.open(place)
    yield desk
    desk.close()
