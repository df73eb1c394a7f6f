#!/usr/bin/env bash
# Gives the readers of tests/fuzz random input until one breaks: builds them, instruments a copy with SharpFuzz and runs it under afl-fuzz.
#   build/fuzz.sh                               every target, 60 seconds each
#   build/fuzz.sh wav messages --seconds 600    these two, ten minutes each
#   build/fuzz.sh --jobs 2                      two targets at once
# Prints what was executed and found; exits with 1 if an input crashed or hung. Such inputs are kept in artifacts/fuzz/found/TARGET, with
# what each threw beside it. NARRATION_SOAK_FIGURES names a file to which one table row is added for each target.
# A planted fault must be found first, to show that the fuzzer works.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

usage() { echo "usage: build/fuzz.sh [target...] [--seconds N] [--jobs N]" >&2; exit 2; }

seconds=60
jobs=1
targets=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --seconds) seconds=${2:-} && shift ;;
    --jobs) jobs=${2:-} && shift ;;
    -*) usage ;;
    *) targets+=("$1") ;;
  esac
  shift || usage
done
[[ $seconds =~ ^[1-9][0-9]*$ && $jobs =~ ^[1-9][0-9]*$ ]] || usage

if ! build/prepare.sh afl-fuzz=afl++ || ! command -v afl-fuzz >/dev/null; then
  echo "There is no afl-fuzz. Install AFL++ (Debian and its relatives: apt-get install afl++; macOS: brew install afl++;" \
    "Windows: within WSL)." >&2
  echo "Without it the tests still read every input of tests/fuzz/corpus: build/test.sh Synthesis, Engine, Script." >&2
  exit 3
fi

name=FlamingHorse.Narration.Fuzz
work=artifacts/fuzz
built=tests/fuzz/bin/Release/net10.0
dotnet build "tests/fuzz/$name.csproj" -c Release -v quiet --nologo || exit
dotnet tool restore >/dev/null || exit
# A copy, so that the assemblies that the tests load stay as they were built.
rm -rf "$work/program" "$work/runs"
mkdir -p "$work/runs"
cp -R "$built" "$work/program" || exit
for library in Engine Script; do
  dotnet sharpfuzz "$work/program/FlamingHorse.Narration.$library.dll" || exit
done
program=$work/program/$name.dll

if [[ ${#targets[@]} -eq 0 ]]; then
  while read -r target; do targets+=("$target"); done < <(dotnet "$built/$name.dll")
fi
for target in "${targets[@]}"; do
  if [[ ! -d tests/fuzz/corpus/$target ]]; then
    echo "$target is not a target; the targets are: $(dotnet "$built/$name.dll" | tr '\n' ' ')" >&2
    exit 2
  fi
done

# afl-fuzz asks for a processor's governor and the kernel's core files, which make no difference here, and for a program built with its own
# compiler. A crash is an exception that a target lets through; SharpFuzz reports it.
export AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_SKIP_BIN_CHECK=1 AFL_NO_UI=1 AFL_NO_AFFINITY=1
# An input of the corpus that breaks a target is a crash like any other. The long timeout is for a busy machine, which starts slowly.
export AFL_CRASHING_SEEDS_AS_NEW_CRASH=1 AFL_FORKSRV_INIT_TMOUT=120000 AFL_FAST_CAL=1

run() { # target, its corpus, seconds
  local options=(-t 30000 -m none -V "$3")
  [[ ! -f tests/fuzz/dictionaries/$1.dict ]] || options+=(-x "tests/fuzz/dictionaries/$1.dict")
  afl-fuzz -i "$2" -o "$work/runs/$1" "${options[@]}" -- dotnet "$program" "$1" >"$work/runs/$1.log" 2>&1 </dev/null
}

field() { sed -nE "s/^($2) *: *//p" "$work/runs/$1/default/fuzzer_stats" 2>/dev/null | head -n 1; }

keep() { # target: keeps what broke it, and what that threw
  local input kept
  for input in "$work/runs/$1"/default/{crashes,hangs}/id*; do
    [[ -f $input ]] || continue
    mkdir -p "$work/found/$1"
    kept=$work/found/$1/$(cksum <"$input" | tr ' ' -)
    cp "$input" "$kept"
    # The copy that is not instrumented runs without afl-fuzz.
    (dotnet "$built/$name.dll" "$1" <"$input" >"$kept.txt" 2>&1 || true) 2>/dev/null
    echo "  $kept: $(head -n 1 "$kept.txt")"
  done
}

report() { # target: false where it broke, or was never run
  local executions crashes hangs paths speed
  executions=$(field "$1" execs_done)
  if [[ ! ${executions:-0} -gt 0 ]]; then
    echo "FAILED: $1 was not fuzzed:" >&2
    tail -n 25 "$work/runs/$1.log" >&2
    return 1
  fi
  crashes=$(field "$1" 'saved_crashes|unique_crashes')
  hangs=$(field "$1" 'saved_hangs|unique_hangs')
  paths=$(field "$1" 'corpus_count|paths_total')
  speed=$(field "$1" execs_per_sec)
  printf '%-10s %9d executions, %6.0f a second, %5d paths, %d crashes, %d hangs\n' "$1" "$executions" "$speed" "$paths" "$crashes" "$hangs"
  if [[ -n ${NARRATION_SOAK_FIGURES:-} ]]; then
    printf '| fuzzing: %s, %s s | %d executions, %d paths, %d crashes, %d hangs |\n' \
      "$1" "$seconds" "$executions" "$paths" "$crashes" "$hangs" >>"$NARRATION_SOAK_FIGURES"
  fi
  keep "$1"
  [[ $crashes -eq 0 && $hangs -eq 0 ]]
}

AFL_BENCH_UNTIL_CRASH=1 run planted tests/fuzz/corpus/planted 60
if [[ $(field planted 'saved_crashes|unique_crashes') -eq 0 ]]; then
  echo "FAILED: the fuzzer did not find a planted fault:" >&2
  tail -n 25 "$work/runs/planted.log" >&2
  exit 1
fi

failed=0
for ((first = 0; first < ${#targets[@]}; first += jobs)); do
  for target in "${targets[@]:first:jobs}"; do
    run "$target" "tests/fuzz/corpus/$target" "$seconds" &
  done
  wait
  for target in "${targets[@]:first:jobs}"; do
    report "$target" || failed=$((failed + 1))
  done
done
[[ $failed -eq 0 ]]
