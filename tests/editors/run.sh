#!/usr/bin/env bash
# Drives Neovim, Emacs with Eglot and Vim with ALE against the server, each with what stands in editors/: tests/editors/run.sh [EXECUTABLE]
# Installs what is missing where it may (setup.sh); an editor that is not there is skipped. The last line of output is
# `N passed, N failed, N skipped`, and the exit code is not 0 where anything failed.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CHECKOUT=$(cd "$here/../.." && pwd)
DIGESTLSP=$(realpath "${1:-$CHECKOUT/artifacts/digestlsp/digestlsp}" 2>/dev/null)
export CHECKOUT DIGESTLSP
seconds=60 # for one editor

if [ ! -x "$DIGESTLSP" ]; then
  printf 'FAIL  there is no server to test: %s. Make it first: ./build.sh --target=Publish\n0 passed, 1 failed, 0 skipped\n' "${1:-artifacts/digestlsp/digestlsp}"
  exit 1
fi

timeout --kill-after=10 300 "$here/setup.sh"

scratch=$(mktemp -d "${TMPDIR:-/tmp}/digestlsp-editors-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
passed=0 failed=0 skipped=0

skip() {
  printf 'skip  %s\n' "$1"
  skipped=$((skipped + 1))
}

leaves_nothing() { # editor, value of OUTPUT, by which all that it started is known
  local wait left
  [ -d /proc/self ] || return 0
  for ((wait = 0; wait < 50; wait++)); do
    left=$(grep -lszx "OUTPUT=$2" /proc/[0-9]*/environ | tr -dc '0-9\n')
    [ -n "$left" ] || break
    sleep 0.1
  done
  if [ -z "$left" ]; then
    printf 'ok    %s: leaving it ends the server\n' "$1"
    passed=$((passed + 1))
  else
    printf 'FAIL  %s: still running: %s\n' "$1" "$(for id in $left; do tr '\0' ' ' <"/proc/$id/cmdline"; done)"
    failed=$((failed + 1))
    kill -9 $left 2>/dev/null
  fi
}

drive() { # editor, command…: runs an editor that prints `ok` and `FAIL` lines and then `done`, in a home and a folder of its own
  local editor=$1 output=$scratch/$1.out code
  shift
  mkdir -p "$scratch/$editor/home"
  cp -r "$here/folder" "$scratch/$editor/folder"
  mkdir "$scratch/$editor/folder/.digestlsp" # by which the editor is to know where the digests of a file begin
  : >"$output"
  env HOME="$scratch/$editor/home" XDG_CONFIG_HOME="$scratch/$editor/home" XDG_CACHE_HOME="$scratch/$editor/home" XDG_DATA_HOME="$scratch/$editor/home" \
    XDG_STATE_HOME="$scratch/$editor/home" TERM=dumb FOLDER="$scratch/$editor/folder" OUTPUT="$output" \
    timeout --kill-after=5 "$seconds" "$@" >"$scratch/$editor.log" 2>&1 </dev/null
  code=$?
  grep -v '^done$' "$output"
  passed=$((passed + $(grep -c '^ok  ' "$output")))
  failed=$((failed + $(grep -c '^FAIL' "$output")))
  leaves_nothing "$editor" "$output"
  if [ "$code" != 0 ] || ! grep -q '^done$' "$output"; then
    printf 'FAIL  %s: ended with exit code %s before its checks did\n' "$editor" "$code"
    tail -n 20 "$scratch/$editor.log" | sed 's/^/      /'
    failed=$((failed + 1))
  fi
}

if command -v nvim >/dev/null; then
  drive Neovim nvim --headless -u NONE -i NONE -n -c "luafile $here/neovim.lua" -c 'cquit 1'
else
  skip 'Neovim is not installed'
fi

if ! command -v emacs >/dev/null; then
  skip 'Emacs is not installed'
elif ! emacs --batch --eval '(unless (locate-library "eglot") (kill-emacs 1))' >/dev/null 2>&1; then
  skip 'Emacs is installed, but not its package eglot'
else
  drive Emacs emacs --batch --no-init-file --load "$here/emacs.el"
fi

if ! command -v vim >/dev/null; then
  skip 'Vim is not installed'
elif ! timeout 20 vim -N -u NONE -i NONE -n -es -T dumb -c 'set packpath^=/usr/share/vim/vimfiles | packadd ale' -c 'execute exists("*ale#Set") || !empty(globpath(&runtimepath, "autoload/ale.vim")) ? "qall!" : "cquit"' </dev/null >/dev/null 2>&1; then
  skip 'Vim is installed, but not its plug-in ALE'
else
  drive Vim vim -N -u "$here/vimrc" -i NONE -n -T dumb --not-a-term -S "$here/vim.vim"
fi

printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" = 0 ]
