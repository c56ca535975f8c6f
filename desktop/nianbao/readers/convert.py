"""Old formats through an office program that is installed: LibreOffice or a WPS that acts alike.

[x] .rtf, Word 2003 XML, .wps of Microsoft Works: converted to .docx and read again
[x] list numbers and fields of .rtf as the file shows them: see `old_word.rtf_lists`, `rtf_shown`
[-] without such a program: refused with a sentence that says how to save as .docx

The program runs in a private folder with a profile of its own, without macros and without the
network, is stopped after a while and, on Linux, gets no more than so much memory.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from nianbao import apart
from nianbao.machine import leftovers
from nianbao.readers import refusals
from nianbao.readers.old_word.rtf_lists import with_numbers
from nianbao.readers.old_word.rtf_shown import with_shown

CONVERTED = {".rtf": "RTF文档", ".wps": "旧版WPS或Works文档", ".xml": "Word 2003的XML文档"}
"""What is converted: the ending that the office program knows it by, and its Chinese name."""

_PROGRAMS = ("soffice", "libreoffice")
_INSTALLED_AT = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    Path("/opt/libreoffice/program/soffice"),
)
# What a field of Word 2003 XML is to work out; QUOTE leaves what it showed last.
_INSTRUCTION = re.compile(
    rb"(<w:instrText(?:\s[^<>]{0,200})?>|w:instr=[\"'])\s{0,99}"
    rb"((?:DATE|TIME|SAVEDATE|CREATEDATE|PRINTDATE|EDITTIME|PAGE|NUMPAGES|SECTION|SECTIONPAGES|NUMWORDS"
    rb"|NUMCHARS|FILENAME|FILESIZE|TITLE|SUBJECT|AUTHOR|LASTSAVEDBY|USERNAME|REVNUM|TEMPLATE|INFO)\b)",
    re.IGNORECASE,
)
_TIME_LIMIT = 60  # seconds; a first start on an old computer takes 20
_TIME_TO_STOP = 5  # seconds
_LOOK = 0.1  # seconds between two looks at whether anybody still waits
_MEMORY = 768 << 20  # bytes; a report of 800,000 signs takes a quarter
_MAX_RESULT = 64 << 20

# No macros, no links followed, and a proxy that answers nobody in place of the network.
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)


def to_docx(data: bytes, name: str, suffix: str) -> bytes:
    """Return the file as .docx; raise ReadingError (legacy-doc) when no program can do it.

    `suffix` is a key of CONVERTED. It raises StoppedError when nobody waits any more.
    """
    what_it_is = CONVERTED[suffix]
    program = find_program()
    if program is None:
        raise refusals.legacy(name, what_it_is)
    with leftovers.folder() as folder:
        source = folder / f"source{suffix}"
        source.write_bytes(_as_shown(data, suffix))
        detail = _run(program, folder, source)
        result = folder / "out" / "source.docx"
        if not result.is_file() or not 0 < result.stat().st_size <= _MAX_RESULT:
            raise refusals.legacy(name, what_it_is, detail)
        return result.read_bytes()


def _as_shown(data: bytes, suffix: str) -> bytes:
    """Return a document in which nothing is left that the program would count or date anew."""
    match suffix:
        case ".rtf":
            return with_numbers(with_shown(data))
        case ".xml":
            return _INSTRUCTION.sub(rb"\1QUOTE \2", data)
        case _:
            return data


def find_program() -> str | None:
    """Return the office program to call, None when none is installed."""
    for name in _PROGRAMS:
        if found := shutil.which(name):
            return found
    return next((str(path) for path in _INSTALLED_AT if path.is_file()), None)


def _run(program: str, folder: Path, source: Path) -> str:
    """Run the conversion and return what the program said, for the log."""
    _write_profile(folder / "profile")
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(source)),
    ]
    process = subprocess.Popen(  # noqa: S603 (the program found above, arguments of our own)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    _limit(process)
    until = time.monotonic() + _TIME_LIMIT
    while time.monotonic() < until:
        with suppress(subprocess.TimeoutExpired):
            output, _ = process.communicate(timeout=_LOOK)
            return output.decode("utf-8", "replace")[-2_000:]
        if apart.is_stopped():
            _stop(process)
            raise apart.StoppedError
    _stop(process)
    return "time limit"


def _limit(process: subprocess.Popen[bytes]) -> None:
    """Keep the program, and what it starts, from filling the memory."""
    if sys.platform == "linux":
        import resource

        with suppress(OSError):  # it has ended already
            resource.prlimit(process.pid, resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


def _stop(process: subprocess.Popen[bytes]) -> None:
    # soffice starts the real program, which holds our pipe too: all of them have to go.
    if sys.platform != "win32":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        taskkill = Path(os.environ["SYSTEMROOT"]) / "System32" / "taskkill.exe"
        command = [str(taskkill), "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(  # noqa: S603 (a program of Windows, a number of our own)
            command, capture_output=True, check=False, creationflags=subprocess.CREATE_NO_WINDOW
        )
        process.kill()
    with suppress(subprocess.TimeoutExpired):  # one that got away is no reason to wait for it
        process.communicate(timeout=_TIME_TO_STOP)


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in _SETTINGS
    )
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        encoding="utf-8",
    )
