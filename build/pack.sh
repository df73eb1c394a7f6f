#!/usr/bin/env bash
# Builds everything and writes artifacts/packages/FlamingHorse.Narration.<version>.nupkg and FlamingHorse.Narration.Speech.<version>.nupkg.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v dotnet >/dev/null || { echo "The .NET SDK 10 is needed (https://dot.net)." >&2; exit 1; }
build/page.sh
rm -rf artifacts/packages
# Samples restore into a folder of their own; what they restored of an older pack must go, or the same version number hides the new one.
rm -rf artifacts/restored/flaminghorse.narration artifacts/restored/flaminghorse.narration.speech
dotnet build build/package.slnf -c Release -v quiet --nologo
dotnet pack nuget/FlamingHorse.Narration.Package.csproj -c Release --no-build -o artifacts/packages -v quiet --nologo
dotnet pack nuget/speech/FlamingHorse.Narration.Speech.Package.csproj -c Release --no-build -o artifacts/packages -v quiet --nologo
build/check_speech_package.py artifacts/packages/FlamingHorse.Narration.Speech.*.nupkg
ls artifacts/packages/*.nupkg
