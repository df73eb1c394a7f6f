#!/usr/bin/env bash
# Builds everything and writes FlamingHorse.Narration and FlamingHorse.Narration.Speech into artifacts/packages.
#   build/pack.sh                      needs Node.js, which bundles the page of -t:ReportNarration
#   build/pack.sh --page-if-possible   packs without that page where Node.js is missing or its packages can't be downloaded
set -euo pipefail
cd "$(dirname "$0")/.."

without_page=false
has_node() { command -v node >/dev/null && command -v npm >/dev/null; }
make_page() {
  if [[ ${1:-} != --page-if-possible ]]; then
    build/page.sh
  elif ! has_node || ! build/page.sh; then
    echo "The page of -t:ReportNarration is left out of this package: it is bundled by Node.js 18 or later. Everything else is complete."
    without_page=true
  fi
}

command -v dotnet >/dev/null || { echo "The .NET SDK 10 is needed (https://dot.net)." >&2; exit 1; }
make_page "$@"
rm -rf artifacts/packages
# Samples restore into their own folder; a package restored from an older pack must go, or its equal version number hides the new one.
rm -rf artifacts/restored/flaminghorse.narration artifacts/restored/flaminghorse.narration.speech
dotnet build build/package.slnf -c Release -v quiet --nologo
dotnet pack nuget/FlamingHorse.Narration.Package.csproj -c Release --no-build -o artifacts/packages -v quiet --nologo \
  "-p:NarrationWithoutPage=$without_page"
dotnet pack nuget/speech/FlamingHorse.Narration.Speech.Package.csproj -c Release --no-build -o artifacts/packages -v quiet --nologo
ls artifacts/packages/*nupkg
