"""Every text can be read on its ground: at least 4.5 to 1 in every look."""

from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import StateColour, ThemeName

ENOUGH = 4.5
TEXTS = [("ink", ground) for ground in ("ground", "card", "side", "blue_ground", "mark")]
TEXTS += [("ink", f"{colour.value}_ground") for colour in StateColour]
TEXTS += [("soft", ground) for ground in ("ground", "card", "side", "blue_ground", "grey_ground")]
TEXTS += [
    ("soft", "amber_ground"),
    ("on_blue", "blue"),
]  # a question that is asked; a chosen segment
TEXTS += [(colour.value, f"{colour.value}_ground") for colour in StateColour]
TEXTS += [(colour.value, ground) for colour in StateColour for ground in ("card", "side", "ground")]
TEXTS += [("blue", "card"), ("red", "red_ground"), ("blue", "blue_ground")]


def luminance(colour):
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_what_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ThemeName)
@pytest.mark.parametrize(("ink", "ground"), dict.fromkeys(TEXTS))
def test_words_can_be_read(name, ink, ground):
    colours = asdict(theme._THEMES[name])

    assert contrast(colours[ink], colours[ground]) >= ENOUGH


@pytest.mark.parametrize("name", ThemeName)
def test_what_is_chosen_in_the_sheet_has_a_pair_that_is_tested(name):
    """Every `color:` of look.qss that names a ground as well is one of the pairs above."""
    sheet = (Path(theme.__file__).parent / "look.qss").read_text(encoding="utf-8")
    colours = asdict(theme._THEMES[name])
    pairs = []
    for rule in sheet.split("}"):
        found = {}
        for part in rule.partition("{")[2].split(";"):
            key, _, value = part.strip().partition(":")
            if value.strip().startswith("$"):
                found[key.strip()] = value.strip()[1:]
        for ink, ground in (
            ("color", "background"),
            ("selection-color", "selection-background-color"),
        ):
            if found.get(ink) in colours and found.get(ground) in colours:
                pairs.append((found[ink], found[ground]))

    assert len(pairs) > 10
    assert [pair for pair in pairs if contrast(*map(colours.get, pair)) < ENOUGH] == []
