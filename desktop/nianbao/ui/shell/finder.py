"""The line in which anything can be found by name: commands and places."""

from nianbao.ui.kit.commands import Commands
from nianbao.ui.pages.palette.choices import Target
from nianbao.ui.pages.palette.palette import Palette
from nianbao.ui.shell.opened.host import Host


class Finder:
    """Opens the line over what is shown; it is made when it is first needed."""

    def __init__(self, window: Host, commands: Commands) -> None:
        self._window, self._commands = window, commands
        self._palette: Palette | None = None

    def open(self) -> None:
        """Open the line, the commands that were run last first."""
        window = self._window
        if self._palette is None:
            self._palette = Palette(self._commands, self._targets, window)
            self._palette.ran.connect(lambda key: window.remember(window.settings.ran(key)))
        self._palette.open(window.settings.commands)

    def close(self) -> None:
        """Close the line, if it is open."""
        if self._palette is not None:
            self._palette.dismiss()

    def _targets(self) -> list[Target]:
        from nianbao.ui.shell.palette_targets import targets

        window = self._window
        return targets(window.desk, window.desk_page) if window.has_desk() else []
