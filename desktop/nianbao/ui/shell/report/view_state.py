"""Other pages over the same desk that look as these do, to the caret: after a change of looks."""

from collections.abc import Callable

from nianbao.ui.kit import view_state
from nianbao.ui.pages.form.section_page import SectionPage
from nianbao.ui.shell.report.desk_page import DeskPage


def like(old: DeskPage) -> Callable[[DeskPage], None]:
    """Return what makes another page over the desk look as this one does, to the caret."""
    section, seen = old.form.form.section, old.page(old.place)
    shown, form = view_state.captured(seen, SectionPage), old.form.form.view_state()

    def restore(new: DeskPage) -> None:
        new.form.show_section(section)
        new.go(old.place)
        new.form.continue_walk_of(old.form)
        shown(new.page(old.place))
        if seen is old.form:
            new.form.form.restore_view(form)

    return restore
