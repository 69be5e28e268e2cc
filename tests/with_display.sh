#!/usr/bin/env bash
# Runs a program on a display of its own: with_display.sh PROGRAM [ARGUMENT…]. Xvfb and openbox end with it.
set -euo pipefail
numbers=$(mktemp)
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$numbers" 2>/dev/null &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -f "$numbers"' EXIT
for _ in $(seq 100); do
  [ -s "$numbers" ] && break
  sleep 0.1
done
DISPLAY=:$(cat "$numbers")
export DISPLAY QT_QPA_PLATFORM=xcb
openbox >/dev/null 2>&1 &
sleep 1 # the window manager must be there before the first window
"$@"
