#!/usr/bin/env bash
# From a fresh machine to a narrated lesson: installs what is missing, packs, builds samples/MatrixLesson from the package and runs it.
# Needs the .NET SDK 10 and a voice of the system; without Node.js all works but the page of -t:ReportNarration, which is left out.
# Arguments go to the lesson: build/demo.sh --play
set -euo pipefail
cd "$(dirname "$0")/.."

case $(uname -s) in
  Linux) build/prepare.sh flite ;;
esac
build/pack.sh --page-if-possible
dotnet build samples/MatrixLesson -v minimal --nologo
exec dotnet run --project samples/MatrixLesson --no-build -- "$@"
