"""The sentences with which a reader refuses a file.

Each function returns the error to raise. `name` is the file's own name as the user knows it;
technical words go to `detail`, which only the log shows.
"""

from nianbao.errors import ReadingError

_SAVE_AS_DOCX = "请在Word或WPS中打开它，用“文件－另存为”存成Word文档（.docx），再导入。"
_SAVE_ANEW = "请在Word或WPS中打开它，如能打开就另存为一份新的Word文档（.docx），再导入。"
_CHOOSE_ANEW = "请重新选择报告文件。"
_CHOOSE_REPORT = "请选择报告的正文文件：Word、WPS文字、网页、纯文本或带文字的PDF。"
LOOK_FOR_WORD = "请找到报告的Word文档再导入；没有的话，请先用文字识别软件转成文字。"
_ASK_AGAIN = "请向提供文件的同志再要一份，或从原来的地方重新复制，再导入。"


def empty(name: str) -> ReadingError:
    """Refuse a file without a single character."""
    return ReadingError("empty", f"“{shown_name(name)}”是空的，里面没有文字。", do=_ASK_AGAIN)


def truncated(name: str, detail: str = "") -> ReadingError:
    """Refuse a file that stops before its end, or whose bytes were damaged."""
    what = f"“{shown_name(name)}”不完整或已经损坏，可能没有复制完。"
    return ReadingError("truncated", what, do=_ASK_AGAIN, detail=detail)


def encrypted(name: str) -> ReadingError:
    """Refuse a file that opens only with a password."""
    what = f"“{shown_name(name)}”设有打开密码，读不出里面的文字。"
    do = "请用平时的软件输入密码打开，取消密码后另存一份，再导入。"
    return ReadingError("encrypted", what, do=do)


def legacy(name: str, what_it_is: str, detail: str = "") -> ReadingError:
    """Refuse an old format that needs a converter and found none that could do it."""
    what = f"“{shown_name(name)}”是{what_it_is}，本程序不能直接读取。"
    return ReadingError("legacy-doc", what, do=_SAVE_AS_DOCX, detail=detail)


def not_word(name: str, what_it_is: str, do: str = "") -> ReadingError:
    """Refuse a file of another kind, and say which kind it is."""
    what = f"“{shown_name(name)}”是{what_it_is}，不是Word文档。"
    do = do or _CHOOSE_REPORT
    return ReadingError("not-word", what, do=do)


def too_big(name: str, detail: str = "") -> ReadingError:
    """Refuse a file that would fill the computer's memory."""
    what = f"“{shown_name(name)}”太大，或者解开之后大得不正常，不像一份报告。"
    do = "请确认选的是报告文件；如果确实是，请把正文复制到一个新的Word文档中保存，再导入。"
    return ReadingError("too-big", what, do=do, detail=detail)


def bad_xml(name: str, detail: str = "") -> ReadingError:
    """Refuse a Word file whose inner text is broken or holds what no Word file holds."""
    what = f"“{shown_name(name)}”的内部内容有错误，不能放心读取。"
    return ReadingError("bad-xml", what, do=_SAVE_ANEW, detail=detail)


def scan(name: str, what_it_is: str = "扫描件") -> ReadingError:
    """Refuse pages that are pictures."""
    what = f"“{shown_name(name)}”是{what_it_is}，每页都是图片，没有可以读取的文字。"
    return ReadingError("scan", what, do=LOOK_FOR_WORD)


def unreadable(name: str, what: str = "", do: str = "", detail: str = "") -> ReadingError:
    """Refuse bytes that are no text and no kind we know, or a file the system does not give."""
    what = what or f"“{shown_name(name)}”不是文字文件，认不出是什么格式。"
    do = do or _CHOOSE_REPORT
    return ReadingError("unreadable", what, do=do, detail=detail)


def folder(name: str, detail: str = "") -> ReadingError:
    """Refuse a folder."""
    return unreadable(name, f"“{shown_name(name)}”是文件夹，不是文件。", _CHOOSE_ANEW, detail)


def odd(name: str, detail: str = "") -> ReadingError:
    """Refuse a device, a pipe and the like."""
    return unreadable(name, f"“{shown_name(name)}”不是普通文件，不能读取。", _CHOOSE_ANEW, detail)


def missing(name: str, detail: str = "") -> ReadingError:
    """Refuse what is not there."""
    do = "请检查它是否已被移走或改名，再重新选择。"
    return unreadable(name, f"找不到文件“{shown_name(name)}”。", do, detail)


def in_use(name: str, detail: str = "") -> ReadingError:
    """Refuse what another program holds open."""
    do = "请先在Word或WPS中关闭它，再导入。"
    return unreadable(name, f"“{shown_name(name)}”正被别的程序占用，读不了。", do, detail)


def in_use_or_forbidden(name: str, detail: str = "") -> ReadingError:
    """Refuse what the system does not give, and does not say why."""
    do = "请先在Word或WPS中关闭它，再导入；还不行，请把它复制到“文档”文件夹再导入。"
    what = f"“{shown_name(name)}”正被别的程序占用，或者没有权限读取。"
    return unreadable(name, what, do, detail)


def forbidden(name: str, detail: str = "") -> ReadingError:
    """Refuse what the user may not read."""
    do = "请把它复制到“文档”文件夹再导入，或请管理员放开权限。"
    return unreadable(name, f"没有权限读取“{shown_name(name)}”。", do, detail)


def unreachable(name: str, detail: str = "") -> ReadingError:
    """Refuse what the disk does not give."""
    do = "请把它复制到本机硬盘上再导入；如在U盘上，请检查U盘。"
    return unreadable(name, f"读取“{shown_name(name)}”时出错。", do, detail)


def beyond(name: str, detail: str = "") -> ReadingError:
    """Refuse a file at which a reader failed in a way that nobody foresaw."""
    what = f"“{shown_name(name)}”里有本程序没有见过的内容，没有读成。"
    return ReadingError("unreadable", what, do=_SAVE_ANEW, detail=detail)


def too_much(name: str) -> ReadingError:
    """Refuse a text that was read, but that takes too long to understand."""
    what = f"“{shown_name(name)}”的文字太多或太乱，算了很久也没有认完，不像一份报告。"
    do = "请确认选的是报告文件；如果确实是，请只留报告正文，另存一份再导入。"
    return ReadingError("too-big", what, do=do)


def shown_name(name: str) -> str:
    """Return a file's name as a sentence can hold it: no folders, no control characters, short."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    shown = "".join(char for char in last if char.isprintable())
    return shown if len(shown) <= 60 else f"{shown[:40]}…{shown[-15:]}"
