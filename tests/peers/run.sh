#!/usr/bin/env bash
# Measures DigestLsp beside what one would use instead, on the same papers in one run, and writes the figures into docs/performance.md.
# Without arguments signatures and full-text search, for which DIGEST_CORPUS names the folder that holds scale/arxiv.tsv.xz (id, title,
# abstract); with 'latency' what an editor waits for, beside a language server for Markdown. A peer that cannot be had is left out, with a word.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=${DIGESTLSP_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/digestlsp-peers}

say() { printf 'peers: %s\n' "$*" >&2; }

what=${1:-peers}
[ "$what" = latency ] || [ -f "${DIGEST_CORPUS:-}/scale/arxiv.tsv.xz" ] || { say "skipped: DIGEST_CORPUS names no folder with scale/arxiv.tsv.xz"; exit 0; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

if [ "$what" = peers ] && ! command -v sqlite3 >/dev/null; then
  say "installing Debian's sqlite3"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends sqlite3 >/dev/null 2>&1 ||
    say "SQLite is left out: there is no sqlite3, and it could not be installed"
fi

mkdir -p "$tools"
if ! command -v npm >/dev/null; then
  say "packages are left out: there is no npm"
elif ! cmp -s "$here/package-lock.json" "$tools/node_modules/.installed"; then
  say "installing packages"
  cp "$here/package.json" "$here/package-lock.json" "$tools/"
  if npm ci --prefix "$tools" --no-audit --no-fund --loglevel=error >&2; then
    cp "$here/package-lock.json" "$tools/node_modules/.installed"
  else
    say "packages are left out: npm could not install them"
  fi
fi

exec dotnet run -c Release --project "$here/../DigestLsp.Benchmarks" -- "$what" "$tools"
