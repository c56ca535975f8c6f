"""Desks with a whole report on them, for the tests of what is printed."""

from contextlib import contextmanager

from nianbao.actions.importing import import_report
from nianbao.desk.desk import Desk
from nianbao.desk.incoming.reading import open_source
from tests.beginning import start_year
from tests.given import SAMPLE


@contextmanager
def desk_of(source, folder):
    """A workspace in a folder with one report that was read from a file."""
    desk = Desk.create(folder / "工作.nianbao")
    try:
        import_report(desk, open_source(source))
        yield desk
    finally:
        desk.close()


@contextmanager
def begun(folder, source=SAMPLE):
    """The same with the next year begun and current."""
    with desk_of(source, folder) as desk:
        start_year(desk)
        yield desk
