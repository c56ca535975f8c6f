"""The labels that the numbers of a text get."""

from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import passage


def labels(text):
    """Return what the review shows for each figure of a text of a report on 2025."""
    return [one.label for one in passage.read(text, year=2025, quantities=quantities()).figures]
