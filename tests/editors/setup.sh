#!/usr/bin/env bash
# Installs the Debian packages of the editors that are missing: tests/editors/setup.sh
# Only root does so, or whoever may become root without a password where CI is set: nobody expects new editors from a test command.
# Says on standard error what it did not do; never fails.
set -uo pipefail

missing=()
for package in neovim emacs-nox elpa-eglot vim vim-ale; do
  case $package in # whoever has an editor from elsewhere needs no package
    neovim) command -v nvim >/dev/null && continue ;;
    emacs-nox) command -v emacs >/dev/null && continue ;;
    elpa-eglot) emacs --batch --eval "(unless (locate-library \"eglot\") (kill-emacs 1))" >/dev/null 2>&1 && continue ;;
    vim) command -v vim >/dev/null && continue ;;
  esac
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if ! command -v apt-get >/dev/null; then
  exit 0
elif [ "$(id -u)" -ne 0 ]; then
  as_root=(sudo -n)
  if [ -z "${CI:-}" ] || ! sudo -n true 2>/dev/null; then
    printf 'setup: to test all editors, install as root: apt-get install %s\n' "${missing[*]}" >&2
    exit 0
  fi
fi

printf 'setup: installing Debian packages: %s\n' "${missing[*]}" >&2
log=$(mktemp)
# The first step mends what an interrupted installation left behind.
{ "${as_root[@]}" dpkg --configure -a &&
  "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=120 update &&
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || {
  tail -n 5 "$log" >&2
  printf 'setup: apt-get could not install: %s\n' "${missing[*]}" >&2
}
rm -f "$log"
