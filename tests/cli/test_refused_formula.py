"""A formula that somebody refused is not proposed again, whatever is imported afterwards."""

import pytest
from tests.actions.desks import BODY

from nianbao.desk.desk import Desk


def lines(year, part, whole, rate):
    return "\n".join(
        [
            f"青岚县{year}年法治政府建设年度报告",
            f"{year}年，青岚县法治政府建设取得新成效。现将有关情况报告如下：",
            "一、主要举措和成效",
            f"（一）化解矛盾纠纷。新收行政复议申请{whole}件，其中纠错{part}件，纠错率{rate}%。{BODY}",
        ]
    )


@pytest.fixture
def done(run):
    """Run a command that is done; return what it says."""

    def call(*words):
        code, said, errors = run(*words)
        assert code == 0, errors
        return said

    return call


def confirmed(place):
    desk = Desk.open(place)
    try:
        return [one for one in desk.store.relations(desk.unit) if one.confirmed]
    finally:
        desk.close()


def test_the_next_import_does_not_bring_it_back(done, tmp_path):
    place = tmp_path / "w.nianbao"
    for year, numbers in ((2024, (11, 83, "13.25")), (2025, (13, 96, "13.54"))):
        (tmp_path / f"{year}.txt").write_text(lines(year, *numbers), encoding="utf-8")

    done("import", "2024.txt", "-w", place)
    assert len(confirmed(place)) == 1
    done("correct", "-w", place, "refuse", "1")
    assert confirmed(place) == []

    done("import", "2025.txt", "-w", place)
    assert confirmed(place) == []
