#!/usr/bin/env bash
# Shows how to add a backend, a setting and an export format: copies the repository, adds a file and a line for the first and the last and a
# line for the setting, runs build/reference.sh to write what is derived from them, packs, and builds lessons with the package.
#   tests/exercises/additions.sh                 everything, in a temporary folder
#   tests/exercises/additions.sh --pack FOLDER   up to the package, in an empty folder: FOLDER/artifacts/packages
set -euo pipefail
cd "$(dirname "$0")/../.."
repository=$PWD
engine=src/FlamingHorse.Narration.Engine

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
# A page that is already bundled need not be bundled again.
page=artifacts/report/narration-report.template.html
if [[ -f $page ]]; then
  mkdir -p "$copy/${page%/*}"
  cp -p "$page" "$copy/$page"
fi
cd "$copy"

# Changes a file with an awk program; exactly one line may differ afterwards.
add_line() { # file, program
  awk "$2" "$1" >"$1.new"
  mv "$1.new" "$1"
  if [[ $(diff "$repository/$1" "$1" | grep -c '^>') -ne 1 ]]; then
    echo "The addition to $1 is not exactly one line." >&2
    exit 1
  fi
}

mkdir -p "$engine/Synthesis/Backends/Exercise" "$engine/Publishing/Export/Exercise"
cp tests/exercises/ExerciseBackend.cs "$engine/Synthesis/Backends/Exercise/"
add_line "$engine/Synthesis/BackendRegistry.cs" \
  '{ print } /new WorkerBackend\(\),/ { sub(/new .*/, "new Backends.Exercise.ExerciseBackend(),"); print }'
cp tests/exercises/ExerciseFormat.cs "$engine/Publishing/Export/Exercise/"
add_line "$engine/Publishing/Export/ExportFormats.cs" '{ sub(/new SrtFormat\(\), /, "&new Exercise.ExerciseFormat(), "); print }'
setting='public static readonly SettingRow<int> ExerciseWords = Row("NarrationExerciseWords", Whole(1, 9), 3, Nothing, "words of a line");'
add_line "$engine/Configuration/SettingsTable.cs" "/csharpier-ignore-end/ { print \"    ${setting//\"/\\\"}\" } { print }"

# Without analyzers and without native code for other machines, which this exercise does not show.
export NarrationPrecompileFor=linux-x64 NarrationPrecompileSpeechFor=linux-x64 RunAnalyzers=false
build/reference.sh
build/pack.sh

if [[ ${1:-} != --pack ]]; then
  cd "$repository"
  dotnet build tests/FlamingHorse.Narration.Acceptance -c Release -v quiet --nologo
  NARRATION_EXERCISE_PACKAGES="$copy/artifacts/packages" \
    dotnet tests/FlamingHorse.Narration.Acceptance/bin/Release/net10.0/FlamingHorse.Narration.Acceptance.dll \
    -noColor -noLogo -class '*.AdditionTests'
fi
