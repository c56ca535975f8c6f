"""What every test may use."""

import errno
import gc
import os
import sys
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from tests.corpus import SHARED

os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
if os.name == "nt":  # offscreen Qt does not know where Windows keeps its fonts
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"]) / "Fonts"))

_PATIENCE = 600_000  # ms

# A machine may have other things to do: no test depends on how long something takes.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("busy", patient)
# Starting a process or writing to the disk takes several times as long there.
settings.register_profile("windows", patient, max_examples=40)
# Where nobody looks at a new example, the same ones are tried each time.
settings.register_profile("ci", patient, derandomize=True)
chosen = "windows" if os.name == "nt" else "ci" if os.environ.get("CI") else "busy"
settings.load_profile(chosen)

_NAMED = 40  # bytes of a parameter that name a test


def pytest_make_parametrize_id(val):
    """Name bytes in ids by text: with ids as they are, which `dev.py mutate` wants, they fail.

    Their beginning: an id stands in a variable of the environment, which Windows limits.
    """
    return ascii(val[:_NAMED]) if isinstance(val, bytes) else None


def pytest_addoption(parser):
    parser.addoption(
        "--endurance", action="store_true", help="also what takes minutes: tests/endurance"
    )
    parser.addoption(
        "--mutations", type=int, default=4, metavar="N", help="damaged reports to try the laws on"
    )
    parser.addoption(
        "--accept", action="store_true", help="rewrite golden files, then read the diff"
    )


def pytest_configure(config):
    """Run benchmarks once, untimed, with the other tests, unless it is they that are wanted."""
    option = config.option
    option.benchmark_disable = not (option.benchmark_only or option.benchmark_enable)


def pytest_collection_modifyitems(config, items):
    if config.getoption("--endurance"):
        return
    slow = pytest.mark.skip(reason="takes minutes: --endurance")
    for item in items:
        if item.get_closest_marker("endurance"):
            item.add_marker(slow)


def pytest_collection_finish():
    """What is there for the whole session is not looked through for rubbish again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown():
    """Let Qt delete the windows of a test: a look that changes would change on all of them."""
    result = yield
    core = sys.modules.get("PySide6.QtCore")
    if core and core.QCoreApplication.instance():
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    return result


@pytest.fixture(scope="session", autouse=True)
def work_at_hand():
    """What the program does in a child process is done here: a process costs two seconds.

    For the whole session: what tests share is made before the fixtures of any one of them.
    """
    from nianbao import apart
    from tests import at_hand

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "run", at_hand.run)
        yield


@pytest.fixture(autouse=True)
def work_apart(request, monkeypatch):
    """Tests marked `apart` start real children."""
    if request.node.get_closest_marker("apart"):
        from nianbao import apart

        monkeypatch.setattr(apart, "run", apart.parent.run)


@pytest.fixture(scope="session")
def reading_once():
    from nianbao.understanding import passage
    from tests import remembered

    return remembered.reading(passage.read)


@pytest.fixture(autouse=True)
def texts_read_once(request, monkeypatch, reading_once):
    """No line of a report is read twice, but where it is measured how much work that is."""
    if request.node.get_closest_marker("timed") or "benchmark" in request.fixturenames:
        return
    from nianbao.understanding import passage

    monkeypatch.setattr(passage, "read", reading_once)


@pytest.fixture
def qtbot(qapp, request):
    """pytest-qt's, with a limit that only what never comes reaches: a machine may be busy."""
    made = QtBot(request)
    for name in ("waitUntil", "waitSignal", "waitActive", "waitExposed"):
        setattr(made, name, partial(getattr(made, name), timeout=_PATIENCE))
    return made


@pytest.fixture
def golden(request):
    """Compare text with tests/golden/NAME; `--accept` rewrites it, then read the diff."""

    def compare(text, name):
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def chinese_font(qapp):
    """Widths of text mean something only where Chinese can be drawn; Wine's Windows cannot."""
    from PySide6.QtGui import QFontDatabase

    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        pytest.skip("no Chinese font")


@pytest.fixture
def cut_off(monkeypatch):
    """Let the system say of a folder what Windows says of a share that is cut off: no answer."""

    def cut(folder):
        def unanswered(ask):
            def asked(path, *more, **named):
                if str(path).startswith(str(folder)):
                    raise OSError(errno.EINVAL, "The specified network name is no longer available")
                return ask(path, *more, **named)

            return asked

        for of, name in ((os, "stat"), (os, "lstat"), (os, "mkdir"), (Path, "resolve")):
            monkeypatch.setattr(of, name, unanswered(getattr(of, name)))

    return cut


@pytest.fixture
def names_unknown(monkeypatch):
    """Let the system not know the real names of files: so it is on some sticks and RAM disks."""

    def unknown(*_, **__):
        raise OSError(errno.EINVAL, "The volume does not contain a recognized file system")

    monkeypatch.setattr(os.path, "realpath", unknown)
    monkeypatch.setattr(Path, "resolve", unknown)


@pytest.fixture
def desk(tmp_path):
    """A desk with a year begun from a small report; some folders have another to work at."""
    from tests.actions import desks

    made = desks.desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def store(tmp_path):
    """A workspace with a small report of 2024 and the year after it begun."""
    from tests.actions import stored

    with stored.begun(tmp_path) as made:
        yield made


@pytest.fixture
def seeds():
    """The folder of real reports, which only the developers' machines have."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("no real reports on this machine")
    return folder
