#!/usr/bin/env bash
# Checks what the build needs, restores its tools and hands over to build.cake.
# Usage: ./build.sh [--target=Default|Test|Publish|Package|Check|Clean]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
[ -t 1 ] || export NO_COLOR=1

missing=0
need() { # what is missing, what was found, how to get it
  printf 'build.sh: %s is needed, but %s.\n          %s\n' "$1" "$2" "$3" >&2
  missing=1
}

sdk_advice='Get it from https://dotnet.microsoft.com/download/dotnet/10.0 or your package manager (dotnet-sdk-10.0), then open a new terminal.'
if ! command -v dotnet >/dev/null 2>&1; then
  need 'the .NET 10 SDK' "there is no 'dotnet' on the PATH" "$sdk_advice"
else
  sdks=$(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ' -)
  case " $sdks" in
    *' 10.'*) ;;
    *) need 'the .NET 10 SDK' "'dotnet' knows only: ${sdks:-no SDK at all}" "$sdk_advice" ;;
  esac
fi

node_advice='Get it from https://nodejs.org or your package manager (nodejs and npm), then open a new terminal.'
if ! command -v node >/dev/null 2>&1; then
  need 'Node.js 20.11 or newer' "there is no 'node' on the PATH" "$node_advice"
elif ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major * 100 + minor >= 2011 ? 0 : 1)'; then
  need 'Node.js 20.11 or newer' "'node' is $(node --version)" "$node_advice"
fi
if ! command -v npm >/dev/null 2>&1; then
  need 'npm' "there is no 'npm' on the PATH" "$node_advice"
fi
[ "$missing" = 0 ] || exit 2

dotnet tool restore --verbosity quiet
exec dotnet cake build.cake "$@"
