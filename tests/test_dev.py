"""dev.py: the two commands of the README on machines that lack something; what tests may import."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import dev
import pytest

on_unix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither apt nor shell scripts")

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "small"
version = "1"

[dependency-groups]
dev = []
"""

BACKEND = '''
"""A build backend that needs nothing from the network."""

import zipfile

INFO = "small-1.dist-info"


def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "small-1-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
        wheel.writestr("small.py", "")
        wheel.writestr(f"{INFO}/METADATA", "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n")
        tag = "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
        wheel.writestr(f"{INFO}/WHEEL", tag)
        wheel.writestr(f"{INFO}/RECORD", f"small.py,,\\n{INFO}/METADATA,,\\n{INFO}/WHEEL,,\\n")
    return name
'''


@pytest.fixture
def checkout(tmp_path):
    """A project that installs without a network, in a folder with a Chinese name."""
    root = tmp_path / "年报 助手"
    root.mkdir()
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "backend.py").write_text(BACKEND, encoding="utf-8")
    return root


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """The only folder on the PATH; `programs(name, script)` puts a program there."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put(name, script):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    return put


def run(*arguments, start=(str(dev.ROOT / "dev.py"),), **env):
    """Start dev.py as a user would, its output in a pipe and the locale C."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    command = (sys.executable, *start, *arguments)
    return subprocess.run(
        command, capture_output=True, check=False, env={**clean, "LC_ALL": "C", **env}
    )


@pytest.mark.parametrize("arguments", [(), ("pack",), ("-k", "test")], ids=str)
def test_wrong_usage_is_told_in_chinese_and_exits_2(arguments):
    done = run(*arguments)

    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode("utf-8").splitlines() == dev.USAGE.splitlines()


def test_help_names_every_word():
    done = run("--help")

    assert done.returncode == 0
    assert all(f"\n  {word} " in done.stdout.decode("utf-8") for word in dev.WORDS)


def test_an_old_python_can_read_the_file():
    source = (dev.ROOT / "dev.py").read_text(encoding="utf-8")

    assert ast.parse(source, feature_version=(3, 7))


@pytest.mark.parametrize("old", [(3, 7, 16), (3, 10, 4), (3, 14, 0)], ids=str)
def test_an_unsuitable_python_alone_is_refused_in_one_sentence(old, tmp_path):
    staged = (
        f"import runpy, sys; sys.version_info = {old}; sys.argv[0] = 'dev.py'; "
        f"runpy.run_path({str(dev.ROOT / 'dev.py')!r}, run_name='__main__')"
    )

    done = run("demo", start=("-c", staged), PATH=str(tmp_path))

    said = done.stderr.decode("utf-8")
    assert done.returncode == 1
    assert said.startswith(f"现在的Python是3.{old[1]}，需要3.11、3.12或3.13：")
    assert said.count("。") == 1


@on_unix
def test_a_suitable_python_is_found_beside_an_unsuitable_one(programs):
    programs("python3.13", "exit 127")  # as pyenv's shims do for a version that is switched off
    programs("python3.12", "echo 3 12")

    assert dev.find_python() == ("python3.12",)


def test_a_half_made_environment_is_made_anew_once_and_follows_pyproject(checkout):
    environment = dev.Environment(checkout)
    environment.programs.mkdir(parents=True)
    environment.python.write_bytes(b"")
    environment.python.chmod(0o755)
    (checkout / "backend.py").write_text("", encoding="utf-8")

    assert not environment.is_usable()
    with pytest.raises(dev.Stop, match="安装没有完成"):
        environment.prepare("dev")
    assert environment.is_usable()
    assert not environment.has("runtime")

    made = environment.python.lstat().st_mtime_ns
    (checkout / "backend.py").write_text(BACKEND, encoding="utf-8")
    environment.prepare("dev")

    assert environment.has("dev")
    assert environment.has("runtime")
    assert environment.run(environment.python, "-c", "import small") == 0

    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# a change\n")
    assert not environment.has("dev")
    environment.prepare("runtime")

    assert environment.has("runtime")
    assert not environment.has("dev")
    assert environment.python.lstat().st_mtime_ns == made

    moved = dev.Environment(Path(shutil.move(checkout, checkout.parent / "moved")))
    assert not moved.has("runtime")
    assert not moved.is_usable()


def test_commands_run_in_the_checkout_and_their_exit_code_comes_back(checkout):
    environment = dev.Environment(checkout)
    script = "import os, sys; sys.exit(7 if os.environ['X'] == '甲' and os.listdir() else 1)"

    assert environment.run(sys.executable, "-c", script, X="甲") == 7


@pytest.mark.parametrize("alone", ["-n0", "-s", "--pdb", "--benchmark-only"])
def test_tests_run_on_every_core_unless_they_are_timed_or_debugged(alone):
    assert dev.side_by_side(["-k", "复议"])[:2] == ("-n", "auto")
    assert dev.side_by_side([alone, "tests/benchmarks"]) == ()


def test_the_tools_are_the_dev_group():
    tools = dev.Environment(dev.ROOT).tools()

    assert any(tool.startswith("pytest>=") for tool in tools)
    assert all(isinstance(tool, str) for tool in tools)


def test_a_missing_library_is_noticed():
    assert not dev.loads("libnowhere.so.9")
    assert os.name == "nt" or dev.loads("libc.so.6")


@pytest.mark.parametrize(
    ("name", "found"), [("wqy-microhei.ttc", True), ("DejaVuSans.ttf", False), ("a.txt", False)]
)
def test_a_chinese_font_is_known_by_its_file_without_fontconfig(name, found, tmp_path, programs):
    fonts = tmp_path / "fonts" / "truetype"
    fonts.mkdir(parents=True)
    (fonts / name).touch()

    assert dev.has_chinese_font([str(tmp_path / "fonts"), str(tmp_path / "none")]) is found


@on_unix
@pytest.mark.parametrize("said", ["wqy-microhei.ttc: WenQuanYi", ""])
def test_fontconfig_is_asked_where_it_is_there(said, programs):
    programs("fc-list", f"echo {said}" if said else "exit 0")

    assert dev.has_chinese_font([]) is bool(said)


@on_unix
@pytest.mark.parametrize(
    ("known", "chosen"),
    [
        ("libglib2.0-0t64", "libglib2.0-0t64"),
        ("libglib2.0-0", "libglib2.0-0"),
        ("", "libglib2.0-0"),
    ],
    ids=["newer", "older", "no lists"],
)
def test_packages_are_named_as_this_apt_knows_them(known, chosen, programs):
    programs("apt-cache", f'test "$2" = "{known}" && echo "Package: $2"; exit 0')
    glib = dev.Need("图形库", dev.LIBRARIES["libglib-2.0.so.0"])

    assert dev.choose([glib]) == [chosen]


FONT = dev.Need("中文字体", ("fonts-wqy-microhei",))


def test_without_apt_what_is_missing_is_said_in_words(programs):
    with pytest.raises(dev.Stop, match="缺少：中文字体。请用系统的软件管理程序装上"):
        dev.supply([FONT])
    dev.supply([])


@on_unix
def test_without_root_the_command_to_type_is_said(programs, monkeypatch):
    programs("apt-get", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(dev.Stop) as stop:
        dev.supply([FONT])

    assert str(stop.value).splitlines()[1:] == [
        "  sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends fonts-wqy-microhei"
    ]


@on_unix
def test_root_fetches_the_lists_when_they_are_missing_and_installs(tmp_path, programs, monkeypatch):
    log, lists = tmp_path / "log", tmp_path / "lists"
    programs("env", 'shift; exec "$@"')
    programs("apt-cache", f'test -e {lists} && echo "Package: $2"; exit 0')
    programs("apt-get", f'echo "$1" >>{log}; test "$1" != update || : >{lists}')
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    dev.supply([FONT])

    assert log.read_text(encoding="utf-8").split() == ["update", "install"]


@on_unix
def test_an_installation_that_apt_refuses_is_said(programs, monkeypatch):
    programs("env", 'shift; exec "$@"')
    programs("apt-cache", 'echo "Package: $2"')
    programs("apt-get", "exit 100")
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    with pytest.raises(dev.Stop, match="没有装上：fonts-wqy-microhei"):
        dev.supply([FONT])


def certificate(name):
    return b"-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----" % name


def test_a_certificate_that_an_installation_took_out_is_put_back(tmp_path, monkeypatch):
    path = tmp_path / "ca.crt"
    path.write_bytes(b"\n".join((certificate(b"public"), certificate(b"office"), b"")))
    monkeypatch.setenv("PIP_CERT", str(path))
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)

    before = dev.read_certificates()
    path.write_bytes(certificate(b"public") + b"\n" + certificate(b"new") + b"\n")
    dev.keep_certificates(before)

    assert path.read_bytes() == b"\n".join(
        (certificate(b"public"), certificate(b"new"), certificate(b"office"), b"")
    )


def test_certificates_that_are_still_there_are_left_alone(tmp_path):
    path = tmp_path / "ca.crt"
    path.write_bytes(certificate(b"public"))

    dev.keep_certificates({path: certificate(b"public")})

    assert path.read_bytes() == certificate(b"public")


def imported(source):
    """Yield what a module imports, names out of modules written as modules in packages."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{one.name}" for one in node.names)


def out_of_tests(source):
    return [one for one in imported(source) if re.search(r"^(tests)?\..*\btest_\w+", one)]


@pytest.mark.parametrize(
    "line",
    [
        "from tests.desk.test_plan import text",
        "from tests.desk import reviews, test_plan",
        "from tests.test_words import literals",
        "import tests.desk.test_plan as plan",
        "from .test_plan import text",
        "from . import test_plan",
        "def late():\n    from tests.desk.test_plan import text",
    ],
)
def test_an_import_from_a_test_is_noticed(line):
    assert out_of_tests(line)


def test_nothing_is_imported_from_a_test():
    """What two tests need stands beside them in a module of its own, where it is looked for."""
    found = {
        path.relative_to(dev.ROOT).as_posix(): names
        for path in sorted((dev.ROOT / "tests").rglob("*.py"))
        if (names := out_of_tests(path.read_text(encoding="utf-8")))
    }

    assert found == {}
