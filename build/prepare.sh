#!/usr/bin/env bash
# Installs what the calling script needs and this machine lacks: build/prepare.sh PROGRAM[=PACKAGE]...
# On Debian and its kin through apt; elsewhere it says what is missing and ends.
set -euo pipefail

missing=()
for wanted in "$@"; do
  program=${wanted%%=*}
  package=${wanted#*=}
  # A program that is looked for by path is a file, such as a server's module.
  if [[ $program == */* ]]; then [[ -e $program ]] || missing+=("$package"); continue; fi
  PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Please install: ${missing[*]}" >&2
  exit 1
fi
# env stands in where sudo is not needed: bash 3.2 takes an empty array for an unset one.
as_root=(env)
[[ $(id -u) -eq 0 ]] || as_root=(sudo)
echo "Installing ${missing[*]} …"
"${as_root[@]}" apt-get update -q >/dev/null
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
