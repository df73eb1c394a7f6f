#!/usr/bin/env bash
# Shows what a new backend takes: copies the repository, adds one file and one line, packs, and builds lessons with the package.
#   tests/exercises/backend.sh                 all of it, in a temporary folder
#   tests/exercises/backend.sh --pack FOLDER   up to the package, in an empty folder: FOLDER/artifacts/packages
set -euo pipefail
cd "$(dirname "$0")/../.."
repository=$PWD
engine=src/FlamingHorse.Narration.Engine
registry=$engine/Synthesis/BackendRegistry.cs

if [[ ${1:-} == --pack ]]; then
  copy=${2:?Name an empty folder.}
else
  copy=$(mktemp -d)
  trap 'rm -rf "$copy"' EXIT
fi

# The files as they are now, committed or not, with the history that the build reads.
git clone --quiet --shared --no-checkout . "$copy"
git ls-files -z --cached --others --exclude-standard |
  tar --create --null --files-from=- --ignore-failed-read --file=- 2>/dev/null |
  tar --extract --directory="$copy" --file=-
# The bundled page, where there is one, spares bundling it again.
page=artifacts/report/narration-report.template.html
if [[ -f $page ]]; then
  mkdir -p "$copy/${page%/*}"
  cp -p "$page" "$copy/$page"
fi

cd "$copy"
mkdir -p "$engine/Synthesis/Backends/Exercise"
cp tests/exercises/ExerciseBackend.cs "$engine/Synthesis/Backends/Exercise/"
awk '{ print } /new WorkerBackend\(\),/ { sub(/new .*/, "new Backends.Exercise.ExerciseBackend(),"); print }' "$registry" >"$registry.new"
mv "$registry.new" "$registry"
if [[ $(diff "$repository/$registry" "$registry" | grep -c '^[<>]') -ne 1 ]]; then
  echo "The backend is not one line more in $registry." >&2
  exit 1
fi
# Neither analyzers nor native code for other machines: what is shown is another matter.
NarrationPrecompileFor=linux-x64 NarrationPrecompileSpeechFor=linux-x64 RunAnalyzers=false build/pack.sh

if [[ ${1:-} != --pack ]]; then
  cd "$repository"
  dotnet build tests/FlamingHorse.Narration.Acceptance -c Release -v quiet --nologo
  NARRATION_EXERCISE_PACKAGES="$copy/artifacts/packages" \
    dotnet tests/FlamingHorse.Narration.Acceptance/bin/Release/net10.0/FlamingHorse.Narration.Acceptance.dll \
    -noColor -noLogo -class '*.AddedBackendTests'
fi
