"""What the window tells: the manual, all keys, 关于, 诊断; each over the page that is worked at."""

from functools import partial

from nianbao.standards.manual import KeyTables
from nianbao.ui.pages.about.page import TextPage
from nianbao.ui.shell.session import Session

_EXPLAINED = {"StartPage": "start", "ReviewPage": "review", "NewYearPage": "newyear"}
"""Pages that are not over an open workspace: what the manual calls them."""


def show_manual(window: Session) -> None:
    """Show the manual, where it explains the page that is worked at."""
    from nianbao.ui.pages.manual.page import ManualPage

    under = window.overlay.page_below
    place = (
        window.desk_page.place
        if window.has_page and under is window.desk_page
        else _EXPLAINED.get(type(under).__name__, "")
    )
    page = ManualPage(_keys(window), place)
    page.back.connect(window.overlay.leave)
    page.keys_wanted.connect(partial(show_shortcuts, window))
    page.document_wanted.connect(partial(_write_manual, window))
    window.overlay.show(page)


def show_shortcuts(window: Session) -> None:
    """Show all keys on one page."""
    from nianbao.ui.pages.shortcuts.page import ShortcutsPage

    page = ShortcutsPage(window.commands)
    page.back.connect(window.overlay.leave)
    window.overlay.show(page)


def show_about(window: Session) -> None:
    """Show the version, the licence and what is inside."""
    from nianbao.views import about

    _show(window, "关于年报助手", about.text())


def show_diagnosis(window: Session) -> None:
    """Show what this computer has and lacks."""
    from nianbao.views import diagnosis

    open_here = window.desk.place if window.is_open else None
    _show(window, "诊断", diagnosis.report(open_here=open_here))


def show_places(window: Session) -> None:
    """Say where the user's work and the settings are."""
    from nianbao.machine.installation import config_folder, documents_folder

    work = window.desk.place if window.is_open else documents_folder()
    window.messages.info(f"资料在：{work}　设置在：{config_folder()}")


def open_folder(window: Session) -> None:
    """Show the folder of the workspace."""
    from nianbao.ui.pages.preview.export import open_outside

    if not open_outside(window.desk.place.parent):
        window.complain(f"没有打开文件夹的程序。年报库在：{window.desk.place}")


def _show(window: Session, title: str, text: str) -> None:
    page = TextPage(title, text)
    page.back.connect(window.overlay.leave)
    page.copied.connect(window.messages.done)
    window.overlay.show(page)


def _keys(window: Session) -> KeyTables:
    from nianbao.ui.pages.shortcuts.keys import groups

    return [(group.title, group.rows) for group in groups(window.commands)]


def _write_manual(window: Session) -> None:
    """Write the manual as a Word file where the user says."""
    from nianbao.actions import manual
    from nianbao.machine.installation import documents_folder

    folder = documents_folder().parent
    place = window.asking.document(window, folder / manual.NAME)
    if place is not None:
        window.work.run(
            "存用户手册",
            partial(manual.write, _keys(window), place),
            lambda _: window.messages.done(f"已存到：{place}"),
            lambda error: window.complain(str(error)),
        )
