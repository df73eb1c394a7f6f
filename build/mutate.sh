#!/usr/bin/env bash
# Changes the code in small ways (mutants) with dotnet-stryker and sees which changes no test notices. Prints a table of scores beside
# their goals; every survivor is listed in artifacts/mutation/<area>/survivors.txt. It takes long and is not part of build/test.sh:
#   build/mutate.sh                 every area of build/mutants/areas.json
#   build/mutate.sh library audio   some of them
#   build/mutate.sh --table         the table of the previous runs
# Works on a copy of the working tree, so that nothing here is ever built with mutants in it. NARRATION_MUTANTS_AT_ONCE is 1 by default;
# a run of tests that lasts NARRATION_MUTANT_SECONDS (20) longer than one and a half times the first run has timed out. The table
# counts timeouts separately, since on a busy machine they may only mean slowness.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

tools=$PWD/build/mutants
out=$PWD/artifacts/mutation
if [[ ${1:-} == --table ]]; then
  exec python3 "$tools/table.py" "$out"
fi

areas=("$@")
if [[ ${#areas[@]} -eq 0 ]]; then
  while read -r area; do areas+=("$area"); done < <(python3 "$tools/prepare.py" --areas)
fi

copy=$(mktemp -d)
stryker=
# Stryker does not end its test programs when it is killed; they end when their connection closes.
trap '[[ -z $stryker ]] || kill "$stryker" 2>/dev/null; rm -rf "$copy"' EXIT
trap 'exit 130' INT TERM
# Stryker names the file that switches mutants by a number only: two runs that share a temporary folder would switch each other's mutants.
mkdir -p "$copy/tmp"
export TMPDIR=$copy/tmp
# Milliseconds; with its default of 4 s Stryker does not find the SDK on a busy machine.
export DOTNET_INFO_WAIT_TIME=120000

copy_tree() { # area
  mkdir -p "$copy/$1"
  git ls-files -co --exclude-standard -z | while IFS= read -r -d '' file; do
    [[ ! -e $file ]] || printf '%s\0' "$file"
  done | tar c --null -T - | tar x -C "$copy/$1"
  [[ ! -e Directory.Build.rsp ]] || cp Directory.Build.rsp "$copy/$1/"
  # Stryker asks git for the root of the working tree.
  git -C "$copy/$1" init -q
}

# Stryker restores the original assembly when it ends; its mutants are kept for the runs after it.
keep_mutants() { # tree, folder
  local backup mutated program
  for backup in "$1"/tests/*/bin/Release/*/*.stryker-unchanged; do
    mutated=${backup%.stryker-unchanged}
    program=$(basename "$(dirname "$(dirname "$(dirname "$(dirname "$backup")")")")")
    if [[ -s $mutated ]] && ! cmp -s "$mutated" "$backup"; then
      mkdir -p "$2" && cp -R "$(dirname "$backup")" "$2/$program"
    fi
  done
}

mutate() { # area
  local tree=$copy/$1 into=$out/$1 project status
  rm -rf "$into"
  mkdir -p "$into"
  copy_tree "$1" && project=$(python3 "$tools/prepare.py" "$1" "$tree") || return 1
  echo "== $1" >&2
  # Without restored packages Stryker would analyse twice.
  (
    cd "$tree" && dotnet tool restore && cd "$project" && dotnet restore -v quiet &&
      exec dotnet stryker --skip-version-check --output "$into"
  ) >"$into/log" 2>&1 &
  stryker=$!
  while kill -0 "$stryker" 2>/dev/null; do
    if [[ ! -d $into/bin ]] && grep -q 'Capture mutant coverage' "$into/log"; then
      keep_mutants "$tree" "$into/bin"
    fi
    sleep 5
  done
  wait "$stryker"
  status=$?
  stryker=
  rm -rf "$tree"
  if [[ $status -ne 0 || ! -d $into/bin ]] || grep -qE 'tests? (is|are) failing|Timed out waiting for coverage' "$into/log"; then
    tail -20 "$into/log" >&2
    echo "FAILED: $1; the whole log is $into/log" >&2
    return 1
  fi
  python3 "$tools/alone.py" "$into"
}

failed=0
for area in "${areas[@]}"; do mutate "$area" || failed=1; done
python3 "$tools/table.py" "$out" "${areas[@]}" || failed=1
exit "$failed"
