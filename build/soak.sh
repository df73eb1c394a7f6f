#!/usr/bin/env bash
# The slow loops at full length, and a table of what they found: 10,000 corruptions of a store, 1,000 kills of a process that writes
# and 1,000 of a real build, 16 builds of three frameworks on one cache, every fault of a shared store with its real times,
# a million cases of each property, and ten minutes of random input for each reader of tests/fuzz.
#   build/soak.sh            all of it; it says how long each part took, and docs/reliability.md what that was the last time
#   build/soak.sh 0.1        a tenth of it (the loops never go under what build/test.sh runs)
# Builds and packs what is missing.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

part=${1:-1}
[[ $part =~ ^[0-9.]+$ ]] || { echo "usage: build/soak.sh [part of the full figures, such as 0.1]" >&2; exit 2; }
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
# Long loops have long limits.
export NARRATION_TEST_LIMIT=20 NARRATION_SOAK=$part NARRATION_SOAK_FIGURES=$figures
failed=0
times=

loop() { # project, filters of xunit's own runner
  local log
  local begun=$SECONDS
  log=$(mktemp)
  echo "== $*"
  dotnet build "tests/$1" -c Release -v quiet --nologo &&
    dotnet "tests/$1/bin/Release/net10.0/$1.dll" -noColor -noLogo "${@:2}" 2>&1 | tee "$log"
  # A filter that matches nothing is no success.
  if [[ ${PIPESTATUS[0]} -ne 0 ]] || ! grep -qE 'Total: [1-9]' "$log"; then
    failed=$((failed + 1))
  fi
  rm -f "$log"
  times+="${times:+, }${1#FlamingHorse.Narration.} $(((SECONDS - begun + 30) / 60)) min"
}

started=$SECONDS
build/prepare.sh flite espeak-ng python3 nginx apache2 rclone curl
build/pack.sh || exit 1
export NARRATION_PACKAGES=artifacts/packages
loop FlamingHorse.Narration.Stores.Tests -class '*.CorruptionTests' -class '*.ConcurrencyTests' -namespace '*.Remote' -namespace '*.Servers'
loop FlamingHorse.Narration.Tests -class '*.FrameSumTests'
loop FlamingHorse.Narration.Engine.Tests -class '*.LockMistakeTests' -class '*.LockRoundTripTests'
loop FlamingHorse.Narration.Script.Tests -class '*.RandomFormulaTests' -class '*.JsonReaderTests' -class '*.RandomTextTests' \
  -class '*.EstimateErrorTests'
loop FlamingHorse.Narration.Bridge.Tests -class '*.PythonLiteralTests'
loop FlamingHorse.Narration.Synthesis.Tests -class '*.WavFileTests' -class '*.WorkerFaultTests' -class '*.WorkerMessageTests' \
  -class '*.ChildProcessTests' -class '*.PocketSphinxTests'
loop FlamingHorse.Narration.Speech.Tests -class '*.PlantedFaultTests' -class '*.AnyTextTests'
loop FlamingHorse.Narration.Acceptance -namespace '*.Faults' -class '*.InterruptedBuildTests'

echo "== fuzzing"
begun=$SECONDS
build/fuzz.sh --jobs 2 --seconds "$(awk -v part="$part" 'BEGIN {print part > 0.01 ? int(600 * part) : 2}')" || failed=$((failed + 1))
times+=", fuzzing $(((SECONDS - begun + 30) / 60)) min"

echo
case $(uname -s) in
  Darwin) bytes=$(sysctl -n hw.memsize) ;;
  *) bytes=$(($(getconf _PHYS_PAGES) * $(getconf PAGESIZE))) ;;
esac
echo "$(date -u +%F), part $part of the full figures, $(getconf _NPROCESSORS_ONLN) cores, $(((bytes + 536870912) / 1073741824)) GB," \
  "$(uptime | sed 's/.*load average/load average/'); $(((SECONDS - started + 30) / 60)) min ($times)"
echo
echo "| what was done | what was found |"
echo "|---|---|"
cat "$figures"
[[ $failed -eq 0 ]] || echo "FAILED: $failed of the groups above" >&2
exit "$((failed > 0))"
