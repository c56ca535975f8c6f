"""Pinyin typed through a real input method: the characters arrive, once, wherever one can write.

`python3 -m installer.chinese_input` runs these in two Debian systems, one with each input method.
"""

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.stories.outside.input_screen import Fcitx5, Ibus, Screen, lacking, until

PLACES = ("card", "cell", "chip", "search")


def is_composed(screen):
    """Whether “nihao” is being composed: shown as it was typed, or by ibus as its first choice."""
    return screen.state()["composed"].replace(" ", "").endswith(("nihao", "你好"))


@pytest.fixture(scope="module", params=[Fcitx5(), Ibus()], ids=["fcitx5", "ibus"])
def screen(request, tmp_path_factory):
    missing = lacking(request.param)
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    with ExitStack() as stack:
        made = Screen(tmp_path_factory.mktemp("screen"), stack, request.param)
        made.open()
        yield made


def test_without_an_input_method_the_window_goes_to_every_place(tmp_path):
    """What the tests below ask of it; most machines skip those."""
    command = (sys.executable, "-m", "tests.stories.outside.typing_window", str(tmp_path))
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command, cwd=Path(__file__).parents[3], **pipes) as window:
        assert window.stdout.readline() == "offscreen\n"

        def ask(order):
            print(order, file=window.stdin, flush=True)
            return window.stdout.readline().strip()

        for place in (*PLACES, "review"):
            until(lambda place=place: ask(place) == "ready")
        assert json.loads(ask("?"))["names"]
        window.kill()


@pytest.mark.parametrize("place", PLACES)
def test_pinyin_becomes_characters_once_and_is_composed_in_place(screen, place):
    screen.go(place)
    before = screen.state()["text"]

    screen.type("nihao")
    until(lambda: is_composed(screen))
    composing = screen.state()["text"]
    screen.press("space")
    until(lambda: "你好" in screen.state()["text"])

    assert composing == before  # nothing stands there that was not chosen
    assert screen.state() == {"text": f"{before}你好", "composed": "", "names": []}
    screen.press("Escape")


def test_in_the_review_letters_are_commands_and_names_are_composed(screen):
    screen.go("review")
    before = screen.state()["names"]

    screen.type("r")
    until(lambda: screen.state()["text"] in before)  # the name of the current number is open
    name = screen.state()["text"]
    screen.type("nihao")
    until(lambda: is_composed(screen))
    assert screen.state()["names"] == before  # no letter was taken for a command
    screen.press("space")
    until(lambda: screen.state()["text"] == "你好")
    screen.press("Return")
    until(lambda: "你好" in screen.state()["names"])
    assert name not in screen.state()["names"]

    screen.press("x")  # 不是数据
    until(lambda: len(screen.state()["names"]) == len(before) - 1)
    assert screen.state()["composed"] == ""
    screen.press("ctrl+z")
    until(lambda: len(screen.state()["names"]) == len(before))
