"""The words of the command line, in Chinese."""

import argparse
import sys
from typing import NoReturn

from nianbao import __version__

_MESSAGES = {
    "the following arguments are required": "缺少参数",
    "unrecognized arguments": "不认识的参数",
    "invalid choice": "没有这个命令",
    "expected one argument": "后面要跟一个值",
    "invalid int value": "要填一个整数",
    "choose from": "可用的有",
    "argument": "参数",
}


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese."""

    def format_usage(self) -> str:
        """Return the usage line."""
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        """Return the help."""
        text = super().format_help().replace("usage:", "用法：", 1)
        for english, chinese in (
            ("positional arguments:", "参数："),
            ("options:", "选项："),
            ("show this help message and exit", "显示这段说明"),
            ("show program's version number and exit", "显示版本"),
        ):
            text = text.replace(english, chinese)
        return text

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and exit with 2."""
        for english, chinese in _MESSAGES.items():
            message = message.replace(english, chinese)
        self.print_usage(sys.stderr)
        self.exit(2, f"用法不对：{message}\n")


def parser() -> Parser:
    """Return the parser of all commands."""
    top = Parser(
        prog="nianbao",
        description="年报助手：把去年的法治政府建设年度报告变成今年的。不带参数时打开窗口。",
        epilog="退出码：0完成；1有发现或不能处理；2用法不对。",
    )
    top.add_argument("--version", action="version", version=f"年报助手 {__version__}")
    commands = top.add_subparsers(dest="command", metavar="命令", required=True)
    _making(commands)
    _looking(commands)
    _workspace(commands)
    _correcting(commands)
    _probing(commands)
    _backups(commands)
    return top


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


_FORCE = "已有同名文件时也写（往年报告的原件除外）"
_OTHER_UNIT = "年报库里只有别的单位时，也收进去"
_FINAL = "要定稿：还有待填、待核、没有定的条目或新数时不出文件"


def _making(commands: "_Commands[Parser]") -> None:
    demo = commands.add_parser("demo", help="用自带的示范报告走一遍：导入→建立新一年→初稿")
    demo.add_argument("-o", dest="out", metavar="OUT.docx", help="初稿写到哪里")

    draft = commands.add_parser("draft", help="由去年的报告起草今年的")
    draft.add_argument("file", metavar="去年的报告", help="文件；“-”表示从标准输入粘贴")
    draft.add_argument("--year", type=int, metavar="N", help="起草哪一年度的")
    draft.add_argument("-w", dest="workspace", metavar="年报库", help="接着用或新建的年报库")
    draft.add_argument("-o", dest="out", metavar="OUT.docx", help="初稿写到哪里")
    draft.add_argument("--profile", metavar="P", help="报告样式，如npc_report（报人大常委会）")
    draft.add_argument("--template", metavar="T.docx", help="用本单位改过的Word模板")
    draft.add_argument("--raw", action="store_true", help="原文一字不改地带过去，不订正标点和编号")
    draft.add_argument("--other-unit", action="store_true", help=_OTHER_UNIT)
    draft.add_argument("--final", action="store_true", help=_FINAL)
    draft.add_argument("--force", action="store_true", help=_FORCE)

    render = commands.add_parser("render", help="把年报库里的一个年度写成Word")
    _in_workspace(render, required=True)
    render.add_argument("--profile", metavar="P", help="报告样式")
    render.add_argument("--template", metavar="T.docx", help="用本单位改过的Word模板")
    render.add_argument("-o", dest="out", metavar="OUT.docx", required=True, help="写到哪里")
    render.add_argument("--final", action="store_true", help=_FINAL)
    render.add_argument("--force", action="store_true", help=_FORCE)

    fill = commands.add_parser("fill", help="按指标名填数")
    _in_workspace(fill, required=True)
    fill.add_argument("values", metavar="数值表", help=".csv（指标,数值）或.json")


def _looking(commands: "_Commands[Parser]") -> None:
    for name, what in (
        ("read", "看一份报告的结构"),
        ("figures", "看一份报告里的数据"),
        ("relations", "看一份报告里的数量关系"),
    ):
        command = commands.add_parser(name, help=what)
        command.add_argument("file", metavar="文件", help="“-”表示标准输入")
        command.add_argument("--json", action="store_true", help="输出JSON")
        command.add_argument("--year", type=int, metavar="N", help="报告年度（文中看不出时）")
        command.add_argument("--raw", action="store_true", help="不订正标点和编号")

    text = commands.add_parser("text", help="看一份文件的文字，一段一行")
    text.add_argument("file", metavar="文件", help="“-”表示标准输入")

    check = commands.add_parser("check", help="检查一份文件或年报库里的一个年度")
    check.add_argument("file", nargs="?", metavar="文件")
    _in_workspace(check, required=False)
    check.add_argument("--json", action="store_true", help="输出JSON")

    changes = commands.add_parser("changes", help="看导入或建立一个年度时自动改了什么、什么待核")
    _in_workspace(changes, required=True)
    changes.add_argument("--ask", action="store_true", help="只看待核的")

    doctor = commands.add_parser(
        "doctor", help="诊断：这台电脑缺什么、资料是否完好，一段可以发出去的文字"
    )
    doctor.add_argument("-w", dest="workspace", metavar="年报库", help="同时查看这个年报库")


def _workspace(commands: "_Commands[Parser]") -> None:
    take = commands.add_parser("import", help="把一份往年的报告收进年报库")
    take.add_argument("file", metavar="文件", help="“-”表示标准输入")
    take.add_argument("-w", dest="workspace", metavar="年报库", required=True)
    take.add_argument("--year", type=int, metavar="N", help="报告年度（文中看不出时）")
    take.add_argument("--raw", action="store_true", help="不订正标点和编号")
    take.add_argument("--other-unit", action="store_true", help=_OTHER_UNIT)

    for name, what in (
        ("history", "看年报库里做过的每一步"),
        ("undo", "撤销最近一步"),
        ("redo", "重做刚撤销的一步"),
    ):
        command = commands.add_parser(name, help=what)
        command.add_argument("-w", dest="workspace", metavar="年报库", required=True)


def _correcting(commands: "_Commands[Parser]") -> None:
    correct = commands.add_parser(
        "correct", help="更正数据：改名、合并、拆分、剔除；下次导入自动照办"
    )
    correct.add_argument("-w", dest="workspace", metavar="年报库", required=True)
    correct.add_argument("--unit", metavar="单位", help="年报库里有几个单位时，指明哪个")
    ways = correct.add_subparsers(dest="way", metavar="做法", required=True)
    rename = ways.add_parser("rename", help="改名；新名称已有时，加--merge，两个指标合并")
    rename.add_argument("name", metavar="原名称")
    rename.add_argument("label", metavar="新名称")
    rename.add_argument("--merge", action="store_true", help="新名称已有时，两个指标合成一个")
    split = ways.add_parser("split", help="一处另立指标（序号见list）")
    reject = ways.add_parser("reject", help="一处不是数据（序号见list）")
    listed = ways.add_parser("list", help="列出一个年度的数和序号")
    for way in (split, reject, listed):
        way.add_argument("--year", type=int, metavar="N", required=True, help="年度")
    for way in (split, reject):
        way.add_argument("place", type=int, metavar="序号")
    split.add_argument("label", metavar="新名称")
    ways.add_parser("rules", help="列出下次导入自动照办的更正")
    ways.add_parser("formulas", help="列出找到的算式，√ 是已确认、自动计算的")
    for name, what in (
        ("forget", "不再照办（序号见rules）"),
        ("confirm", "确认一条算式，以后自动计算（序号见formulas）"),
        ("refuse", "不用一条算式（序号见formulas）"),
    ):
        way = ways.add_parser(name, help=what)
        way.add_argument("place", type=int, metavar="序号")


def _in_workspace(command: Parser, *, required: bool) -> None:
    command.add_argument("-w", dest="workspace", metavar="年报库", required=required)
    command.add_argument("--year", type=int, metavar="N", required=required, help="年度")
    command.add_argument("--unit", metavar="单位", help="年报库里有几个单位时，指明哪个")


def _probing(commands: "_Commands[Parser]") -> None:
    probe = commands.add_parser("probe", help="供测试：最后一行是JSON")
    ways = probe.add_subparsers(dest="what", metavar="做法", required=True)
    taken = ways.add_parser("import", help="读一个文件")
    taken.add_argument("file", metavar="文件")
    rendered = ways.add_parser("render", help="用数据填一个Word模板")
    rendered.add_argument("template", metavar="模板.docx")
    rendered.add_argument("data", metavar="数据.json")
    rendered.add_argument("out", metavar="OUT.docx")
    driven = ways.add_parser("drive", help="照步骤改一个年报库，每存好一步记一行")
    driven.add_argument("folder", metavar="文件夹")
    driven.add_argument("script", metavar="步骤", help="一行一步的文件；没有这个文件就用自带的步骤")
    verified = ways.add_parser("verify", help="看记下的每一步是不是都在")
    verified.add_argument("folder", metavar="文件夹")


def _backups(commands: "_Commands[Parser]") -> None:
    made = commands.add_parser("backup", help="备份年报库")
    made.add_argument("-w", dest="workspace", metavar="年报库", required=True)
    made.add_argument("--to", metavar="文件夹", help="另外再存一份的地方，如U盘")
    made.add_argument("--list", action="store_true", help="只列出已有的备份")

    back = commands.add_parser("restore", help="从备份恢复，或抢救损坏的年报库")
    back.add_argument("-w", dest="workspace", metavar="年报库", required=True)
    back.add_argument("source", nargs="?", metavar="备份", help="备份的序号或文件；不写就用最近的")
    back.add_argument("--show", action="store_true", help="只看恢复后有什么不同")
    back.add_argument("--salvage", metavar="新年报库", help="把损坏的文件里读得出的内容救到这里")

    for name, what in (
        ("export-open", "把年报库导出成开放格式（JSON、CSV、原件）"),
        ("import-open", "用开放格式的文件夹重建年报库"),
    ):
        opened = commands.add_parser(name, help=what)
        opened.add_argument("-w", dest="workspace", metavar="年报库", required=True)
        opened.add_argument("folder", metavar="文件夹")
