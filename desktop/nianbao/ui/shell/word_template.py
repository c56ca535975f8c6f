"""The office's own Word template: chosen, tried at once, remembered; and the way back to ours."""

from dataclasses import replace
from pathlib import Path

from nianbao.actions import exporting
from nianbao.ui.shell.opened.host import Host


def choose(window: Host) -> None:
    """Let the user choose a template, and take it when the current report can be printed with it.

    What is wrong with it is said; then all stays as it was.
    """
    place = window.asking.template(window, window.settings.folder)
    if place is None:
        return
    window.flush()
    export = exporting.prepare(window.desk)
    window.work.run(
        f"试用模板“{place.name}”",
        lambda: export.try_template(place),
        lambda _: _use(window, place, f"已换用模板“{place.name}”，预览和导出都按它。"),
        lambda error: window.messages.error(str(error), ("另选一个", lambda: choose(window))),
    )


def use_own(window: Host) -> None:
    """Go back to the template that comes with the program."""
    _use(window, None, "已换回自带的模板。")


def _use(window: Host, place: Path | None, said: str) -> None:
    window.remember(replace(window.settings, template=str(place or "")))
    if window.has_page:
        window.desk_page.use_template(place)
    window.messages.done(said)
