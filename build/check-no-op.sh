#!/usr/bin/env bash
# Builds a project twice; the second build, which has nothing to do, must not write anything.
#   build/check-no-op.sh FOLDER [dotnet build's arguments]
#   build/check-no-op.sh --estimates FOLDER [dotnet build's arguments]   with estimated durations; the report on them is written each time
set -euo pipefail
cd "$(dirname "$0")/.."

reports=/ ledger=/ # paths that no file has
if [[ ${1:-} == --estimates ]]; then
  shift
  set -- "$@" -p:NarrationMissing=Estimate
  reports='*/narration/build-summary.json'
  ledger='*/narration/audio'
fi
if [[ $# -eq 0 || $1 == -* ]]; then
  echo "usage: build/check-no-op.sh [--estimates] FOLDER [argument of dotnet build]..." >&2
  exit 2
fi
project=$1
shift
dotnet build "$project" -v minimal --nologo "$@"
stamp=$(mktemp)
trap 'rm -f "$stamp"' EXIT
sleep 1 # file systems that count whole seconds
touch "$stamp"
sleep 1
dotnet build "$project" -v quiet --nologo "$@"
written=$(find "$project/bin" "$project/obj" -type f -newer "$stamp" ! -path "$reports" ! -path "$ledger" -print)
if [[ -n $written ]]; then
  echo "A build with nothing to do wrote:" >&2
  echo "$written" >&2
  exit 1
fi
echo "The second build wrote nothing."
