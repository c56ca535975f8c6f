"""What actions call what they are done to."""

from nianbao.report.writing.text import shortened

_SHOWN = 12  # characters of a text in the name of an action


def short(text: str) -> str:
    """Return a text as it stands in the name of an action."""
    return shortened(text, _SHOWN)
