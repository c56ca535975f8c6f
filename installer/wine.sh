#!/bin/sh
# Runs a Windows program in this Debian, on a Chinese Windows with a 1366×768 screen; its output goes through a pipe,
# because Wine gives Python no usable handle for a file.      usage: wine.sh FOLDER PROGRAM [ARGUMENTS…]
export WINEPREFIX=/root/windows WINEDEBUG="${WINEDEBUG:--all}" WINEDLLOVERRIDES="mscoree,mshtml=" LC_ALL=zh_CN.UTF-8
cd "$1" && shift
told=$(mktemp -u) && mkfifo "$told"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$told" >/dev/null 2>&1 &
screen=$!
read -r number <"$told" && rm "$told"
export DISPLAY=":$number"
code=$(mktemp)
{ wine "$@" </dev/null 2>&1; echo $? >"$code"; } | cat
timeout 20 wineserver -w
kill "$screen"
exit "$(cat "$code")"
