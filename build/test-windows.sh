#!/usr/bin/env bash
# Runs test projects as Windows programs, under wine: the assemblies as built for this machine, by .NET for Windows. Debian and its kin.
#   build/test-windows.sh                   the projects of the list below, those that the whole test run includes, and the program of the
#                                           natural voice as packed, which says the texts of its reference and listens to ten clips
#   build/test-windows.sh speech            that program alone
#   build/test-windows.sh FOLDER...         these; each is a program that ends with a line `Total: N, Errors: N, Failed: N, Skipped: N`,
#                                           as one of xunit.v3 does. Tests with a trait "Needs" are left out: its
#                                           value says what they need that is not there, such as flite
#   build/test-windows.sh --no-build ...    what was built and packed last
# The Windows folder is made once, in artifacts/wine (WINEPREFIX names another); it takes about 15 seconds and 700 MB.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

projects=(
  tests/platforms/windows-rules
  tests/FlamingHorse.Narration.Tests
  tests/FlamingHorse.Narration.Script.Tests
  tests/FlamingHorse.Narration.Stores.Tests
  tests/FlamingHorse.Narration.Synthesis.Tests
  tests/FlamingHorse.Narration.Engine.Tests
  tests/FlamingHorse.Narration.Build.Tests
)
speech=yes build=yes
if [[ ${1:-} == --no-build ]]; then
  build=''
  shift
fi
if [[ $* == speech ]]; then
  projects=()
elif [[ $# -gt 0 ]]; then
  projects=("$@") speech=
fi

build/prepare.sh wine /usr/lib/wine/wine64=wine64 timeout=coreutils python3 || exit
export WINEPREFIX=${WINEPREFIX:-$PWD/artifacts/wine} WINEARCH=win64 WINEDEBUG=-all
if [[ ! -f $WINEPREFIX/system.reg ]]; then
  mkdir -p "$WINEPREFIX"
  # Neither Mono nor Gecko is asked for. Wine 8 would be Windows 7, which .NET 10 does not know.
  if ! WINEDLLOVERRIDES='mscoree,mshtml=' wine wineboot --init >/dev/null 2>&1 || ! wine winecfg -v win10 >/dev/null 2>&1; then
    echo "wine could not make its Windows folder in $WINEPREFIX" >&2
    exit 1
  fi
  wineserver -w
fi
# mscoree must stay for the programs: without it Windows' loader refuses every assembly that is IL only.
# One mapping of code instead of two: wine loses the second, and the runtime ends when it collects a dynamic method.
# It loses that of a compiled expression too, such as Shouldly's ShouldContain(item => …): tests that run here use none.
export WINEDLLOVERRIDES='mshtml=' DOTNET_EnableWriteXorExecute=0
# A process needs a second to start under wine: loops do three tenths of their rounds there. The native tests do all of them.
export NARRATION_SAMPLE=0.3

log=$(mktemp)
figures=''
trap 'rm -f "$log"; wineserver -k 2>/dev/null || true' EXIT
total=0
failed=0
skipped=0

field() { # name: the sum of what the summary lines say
  grep -oE "Total: [0-9].*" "$log" | grep -oE "$1: [0-9]+" | grep -oE '[0-9]+' | awk '{s += $1} END {print s + 0}'
}

left_out() { # the assembly as built: names what was left out, and what for
  local list count
  # On this machine the same tests are listed in a fifth of the time.
  list=$(dotnet "$1" -noColor -noLogo -list full -trait 'Needs=*' 2>/dev/null)
  count=$(grep -c 'Display name:' <<<"$list")
  sed -nE 's/.*Display name: "(.*)"/  left out: \1/p; s/.*"Needs": \[(.*)\]/            needs \1/p' <<<"$list"
  total=$((total + count))
  skipped=$((skipped + count))
  without=$count
}

# Adds what $log says to the sums.
add_up() { # name, exit code, number left out
  local bad=$(($(field Failed) + $(field Errors)))
  if ! grep -qE 'Total: [1-9]' "$log" || { [[ $2 -ne 0 ]] && [[ $bad -eq 0 ]]; }; then
    echo "FAILED: $1 ran no test or did not end well (exit code $2)" >&2
    bad=$((bad + 1)) total=$((total + 1))
  fi
  figures+=$(printf '%-42s %5d passed %4d failed %4d skipped %4d left out' "$1" \
    $(($(field Total) - $(field Failed) - $(field Errors) - $(field Skipped))) "$bad" "$(field Skipped)" "$3")$'\n'
  total=$((total + $(field Total)))
  skipped=$((skipped + $(field Skipped)))
  failed=$((failed + bad))
}

# Windows' .NET, from the packages that a program for it restores.
windows=$PWD/artifacts/windows
resolve_packs() {
  dotnet msbuild tests/platforms/windows-rules -restore -t:ResolveFrameworkReferences -p:Configuration=Release \
    -p:RuntimeIdentifier=win-x64 -p:SelfContained=true -getItem:ResolvedRuntimePack -getItem:ResolvedAppHostPack >"$log"
}
if ! resolve_packs || ! python3 build/windows_programs.py install "$log" "$windows/dotnet"; then
  cat "$log"
  echo "FAILED: .NET for Windows was not installed into $windows/dotnet" >&2
  exit 1
fi
on_windows=(env "DOTNET_ROOT=Z:$windows/dotnet" timeout 400 wine)

for project in ${projects[@]+"${projects[@]}"}; do
  name=$(basename "$(find "$project" -maxdepth 1 -name '*.csproj' -print -quit)" .csproj)
  echo "== $name (win-x64 under $(wine --version))"
  built=$project/bin/Release/net10.0
  program=$windows/$name/$name.exe
  if ! { [[ -z $build ]] || dotnet build "$project" -c Release -v quiet --nologo; } ||
    ! python3 build/windows_programs.py program "$windows/dotnet" "$built" "$program"; then
    failed=$((failed + 1)) total=$((total + 1))
    continue
  fi
  # A test that fails may hang its program under wine 8 (an exception that leaves a method which reflection called).
  "${on_windows[@]}" "$program" -noColor -noLogo -trait- 'Needs=*' 2>&1 | sed -u 's/\r$//' | tee "$log"
  code=${PIPESTATUS[0]}
  without=0
  if grep -q '^xUnit\|TEST EXECUTION SUMMARY' "$log"; then
    left_out "$built/$name.dll"
  fi
  add_up "$name" "$code" "$without"
done

# The program that the package has for Windows, compiled ahead of time.
speech_program() {
  local package=$windows/speech-package
  [[ -z $build ]] || build/pack.sh || return
  rm -rf "$package"
  python3 -m zipfile -e artifacts/packages/FlamingHorse.Narration.Speech.*.nupkg "$package" &&
    python3 build/windows_programs.py program "$windows/dotnet" "$package/tools/win-x64" "$windows/speech/win-x64/$1.exe" &&
    rm -rf "$windows/speech/Voices" && mv "$package/tools/Voices" "$windows/speech/Voices"
}

if [[ $speech ]]; then
  name=FlamingHorse.Narration.Speech
  program=$windows/speech/win-x64/$name.exe
  echo "== $name says its reference's texts (win-x64 under $(wine --version))"
  if speech_program "$name"; then
    python3 tests/platforms/speak_reference.py tests/FlamingHorse.Narration.Speech.Tests/Data/reference.json \
      "${on_windows[@]}" "$program" 2>&1 | sed -u 's/\r$//' | tee "$log"
    add_up "$name" "${PIPESTATUS[0]}" 0
    model=${FLAMING_HORSE_MODELS:-../shared/models}/whisper/ggml-tiny.en-q8_0.bin
    if [[ -f $model ]]; then
      echo "== $name listens to ten clips (win-x64 under $(wine --version))"
      python3 tests/platforms/hear_clips.py "$model" "${on_windows[@]}" "$program" 2>&1 | sed -u 's/\r$//' | tee "$log"
      add_up "$name, listening" "${PIPESTATUS[0]}" 0
    else
      echo "  left out: listening to ten clips, which needs $model (FLAMING_HORSE_MODELS names the folder that holds whisper)"
    fi
  else
    failed=$((failed + 1)) total=$((total + 1))
  fi
fi

printf '%s' "$figures"
echo "Total: $total, Errors: 0, Failed: $failed, Skipped: $skipped"
[[ $failed -eq 0 ]]
