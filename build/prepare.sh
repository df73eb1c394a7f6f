#!/usr/bin/env bash
# Installs what the calling script needs and this machine lacks: build/prepare.sh PROGRAM[=PACKAGE]...
# On Debian and its relatives it uses apt; elsewhere it says what is missing and exits.
set -euo pipefail

missing=()
for wanted in "$@"; do
  program=${wanted%%=*}
  package=${wanted#*=}
  # A name with a path is a file, such as a server's module, and not a program.
  if [[ $program == */* ]]; then [[ -e $program ]] || missing+=("$package"); continue; fi
  PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Please install: ${missing[*]}" >&2
  exit 1
fi
# env is used where sudo is not needed, because bash 3.2 treats an empty array as unset.
as_root=(env)
[[ $(id -u) -eq 0 ]] || as_root=(sudo)
echo "Installing ${missing[*]} …"
"${as_root[@]}" apt-get update -q >/dev/null
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
