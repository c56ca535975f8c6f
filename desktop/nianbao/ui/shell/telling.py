"""What the window tells about the program and this computer: 关于, 诊断."""

from typing import Any

from nianbao.ui.pages.about.page import TextPage


def show_about(window: Any) -> None:
    """Show the version, the licence and what is inside."""
    from nianbao.views import about

    _show(window, "关于年报助手", about.text())


def show_diagnosis(window: Any) -> None:
    """Show what this computer has and lacks."""
    from nianbao.views import diagnosis

    in_hand = window.desk.place if window.desk is not None else None
    _show(window, "诊断", diagnosis.report(in_hand=in_hand))


def _show(window: Any, title: str, text: str) -> None:
    page = TextPage(title, text)
    page.back.connect(window.go_home)
    page.copied.connect(window.messages.done)
    window.show_page(page)
