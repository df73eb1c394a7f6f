#!/usr/bin/env bash
# From a fresh machine to a narrated lesson: packs, builds samples/MatrixLesson from the packages and runs it. The voice comes with them.
# Needs the .NET SDK 10 and nothing else; without Node.js everything works except the page of -t:ReportNarration, which is left out.
# Arguments go to the lesson: build/demo.sh --play
set -euo pipefail
cd "$(dirname "$0")/.."

build/pack.sh --page-if-possible
dotnet build samples/MatrixLesson -v minimal --nologo
exec dotnet run --project samples/MatrixLesson --no-build -- "$@"
