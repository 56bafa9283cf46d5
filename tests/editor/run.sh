#!/usr/bin/env bash
# Drives the packed extension in a real VS Code (code-server in headless Chromium):  tests/editor/run.sh [FILE.vsix]
# Sets itself up; takes ten minutes at most with that. Screenshots go to artifacts/editor. The last line of output is
# `N passed, N failed, N skipped`, and the exit code is not 0 where anything failed.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$here/../.." && pwd)
extension=$(realpath -m "${1:-$checkout/artifacts/digestlsp.vsix}")
budget=600 # seconds

give_up() {
  printf 'FAIL  %s\n0 passed, 1 failed, 0 skipped\n' "$1"
  exit 1
}

[ -f "$extension" ] || give_up "there is no extension to test: $extension. Pack it first: ./build.sh --target=Package"
command -v node >/dev/null || give_up 'Node 20 or later is needed.'

# In the background, so that this script can pass on a signal: timeout runs what it starts in a group of its own.
answer=$(mktemp)
timeout --kill-after=10 $((budget - 120)) "$here/setup.sh" >"$answer" &
setting_up=$!
trap 'kill "$setting_up"; wait "$setting_up"; rm -f "$answer"; give_up "the editor test was ended while its tools were set up"' INT TERM HUP
wait "$setting_up" || { rm -f "$answer"; give_up 'setting up the tools for the editor test'; }
trap - INT TERM HUP
tools=$(<"$answer")
rm -f "$answer"

# The last half minute is kept for cleaning up.
exec node "$here/run.mjs" --tools "$tools" --extension "$extension" --samples "$checkout/docs/samples" --out "$checkout/artifacts/editor" \
  --seconds $((budget - SECONDS - 30))
