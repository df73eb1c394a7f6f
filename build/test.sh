#!/usr/bin/env bash
# Everything that must pass. Installs what the tests need and this machine lacks, then prints one line: N passed, N failed.
#   build/test.sh            all
#   build/test.sh Engine     the test projects whose name holds "Engine"; "worker" is the Python worker's,
#                            "platforms" that of scripts, manuals and workflows, "windows" the lane under wine, "fuzz" the
#                            readers under random input
#   build/test.sh Engine -class '*LockFileTests'     what follows is handed to the test program (see its -? for filters)
set -uo pipefail
cd "$(dirname "$0")/.." || exit
only=${1:-}
filter=("${@:2}")
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

# One compiler for all projects, also where the machine says otherwise; it ends by itself some minutes later.
export UseSharedCompilation=true
# Programs that end after seconds never earn what the runtime spends on measuring their loops, and hardly what it spends on compiling a
# method again after 30 calls: without the one they need a sixth less time, and with 1,000 calls (in hexadecimal) up to a fifth less.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=3E8
# Code that is mapped a second time to be written costs another twentieth.
export DOTNET_EnableWriteXorExecute=0
# Python's byte code, so that the many short programs are compiled once; the sources' folders stay as they are.
export PYTHONPYCACHEPREFIX=$log/bytecode

# Numbers go into a file, since several lanes of tests run at once.
add() { echo "$1 $2 $3" >>"$log/counts"; } # passed, failed, skipped
add 0 0 0

# How long a step took, and how much of the processors' time its programs used; servers that go on by themselves are not counted.
lane=main # each that runs beside others has a name
processor_time() { # into $used, in seconds, of the programs that this shell has run
  local user system
  times >"$log/times-$lane" # a substitution would be a shell of its own, which has run none
  { read -r _ && read -r user system; } <"$log/times-$lane" # 12m34.567s
  user=${user%%[.,]*} system=${system%%[.,]*}
  used=$((${user%m*} * 60 + ${user#*m} + ${system%m*} * 60 + ${system#*m}))
}
# A step has `local began before used`, calls start_clock, and ends with took and its name.
start_clock() {
  processor_time
  began=$SECONDS before=$used
}
took() {
  processor_time
  echo "   $1: $((SECONDS - began)) s, $((used - before)) s of a processor"
}

has_apt() { command -v apt-get >/dev/null; }
# Debian's 64-bit wine runs Windows programs of the machine's own processor, and the tests build those for x64.
can_run_windows() { [[ $(uname -sm) == 'Linux x86_64' ]] && has_apt; }

wanted() { [[ -z $only || $1 == *"$only"* ]]; }

# A step that is not a test still fails the run, by name.
step() {
  local name=$1 began before used
  start_clock
  shift
  echo "== $name"
  if ! "$@"; then
    echo "FAILED: $name" >&2
    add 0 1 0
    return 1
  fi
  took "$name"
}

count() { # the numbers of a test program's summary line
  local line
  line=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$1" | tail -1)
  read -r total errors bad skip <<<"$(grep -oE '[0-9]+' <<<"${line:-0 0 0 0}" | tr '\n' ' ')"
  add $((total - bad - skip)) $((errors + bad)) "$skip"
}

# Tests of 20 s and more, by which the whole run gets longer.
slowest() {
  [[ -f $1 ]] || return 0
  grep -oE '<test [^>]*>' "$1" | sed -nE 's/.* name="([^"]*)".* time="([0-9]+)\.[^"]*".*/\2 s  \1/p' | sort -rn |
    awk '$1 >= 20 {print "   " $0}' | head -12
}

test_project() {
  local name=$1
  local began before used
  start_clock
  echo "== $name"
  dotnet "tests/$name/bin/Release/net10.0/$name.dll" -noColor -noLogo -result-xml "$log/$name.xml" ${filter[@]+"${filter[@]}"} 2>&1 |
    tee "$log/$name"
  local code=${PIPESTATUS[0]}
  slowest "$log/$name.xml"
  # A program that ended without its summary (a crash, a test past its time limit) is a failure of its own.
  if ! grep -qE 'Total: [1-9]' "$log/$name" || { [[ $code -ne 0 ]] && ! grep -qE '(Errors|Failed): [1-9]' "$log/$name"; }; then
    echo "FAILED: $name ran no test or did not end well" >&2
    add 0 1 0
  fi
  count "$log/$name"
  took "$name"
}

test_python() { # name, folder
  local began before used
  start_clock
  echo "== $1 (Python)"
  # Debian's own interpreter is the one that Debian's numpy belongs to.
  local python=python3
  "$python" -c 'import numpy' 2>/dev/null || python=/usr/bin/python3
  "$python" -m unittest discover -q -s "$2" -t "$2" 2>&1 | tee "$log/$1"
  local ran bad
  ran=$(grep -oE '^Ran [0-9]+' "$log/$1" | grep -oE '[0-9]+' || echo 0)
  bad=$(grep -E '^FAILED' "$log/$1" | grep -oE '(failures|errors)=[0-9]+' | grep -oE '[0-9]+' | awk '{s += $1} END {print s + 0}')
  if [[ $ran -eq 0 ]] || { ! grep -q '^OK' "$log/$1" && [[ ${bad:-0} -eq 0 ]]; }; then
    bad=1
  fi
  local skip
  skip=$(grep -E '^(OK|FAILED)' "$log/$1" | grep -oE 'skipped=[0-9]+' | grep -oE '[0-9]+' || echo 0)
  add $((ran - bad - skip)) "$bad" "$skip"
  took "$1"
}

# Readers under random input for ten seconds in all; build/soak.sh gives each ten minutes.
fuzz() {
  if ! command -v afl-fuzz >/dev/null && ! has_apt; then
    echo "== fuzz: left out, since AFL++ is not here and can't be installed through apt"
    return 0
  fi
  step "fuzz" build/fuzz.sh --seconds 2 --jobs 2 && add 1 0 0
}

# Test projects as Windows programs, where wine can be installed.
test_windows() {
  if ! can_run_windows; then
    echo "== windows: left out, since Debian's wine for 64 bit can't be installed here"
    return 0
  fi
  local began before used
  start_clock
  echo "== windows (wine)"
  build/test-windows.sh --no-build 2>&1 | tee "$log/windows"
  if ! tail -n 1 "$log/windows" | grep -q '^Total: [1-9]'; then
    echo "FAILED: the Windows lane did not end well" >&2
    add 0 1 0
    return 1
  fi
  count "$log/windows"
  took "windows"
}

layout() {
  if ! dotnet csharpier check --no-msbuild-check src tests build samples >"$log/layout" 2>&1; then
    head -20 "$log/layout"
    return 1
  fi
}

speech_package() { build/check_speech_package.py artifacts/packages/FlamingHorse.Narration.Speech.*.nupkg; }

# What build/demo.sh builds and the solution does not hold.
matrix_lesson() { dotnet build samples/MatrixLesson -v quiet --nologo; }

# apt installs all of it in one go, beside the build: a fresh machine mostly waits for it, and two lanes could not install at once.
tools=(flite espeak-ng sox ffmpeg python3 /usr/lib/python3/dist-packages/numpy=python3-numpy nginx=nginx-light apache2 rclone curl
  node=nodejs npm shellcheck zsh busybox perl
  pocketsphinx_batch=pocketsphinx /usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict=pocketsphinx-en-us)
! { wanted windows && can_run_windows; } || tools+=(wine /usr/lib/wine/wine64=wine64)
! { wanted fuzz && has_apt; } || tools+=(afl-fuzz=afl++)
# Older releases of Debian have only the whole browser.
install_browser() { build/prepare.sh chromium-headless-shell || build/prepare.sh chromium; }
# All that tests need besides the build, and that can be done beside it.
install() {
  step "tools" build/prepare.sh "${tools[@]}"
  step "browser" install_browser
  # The tests of the page bundle it as packing does, and two at once would install its packages into one folder.
  step "page" build/page.sh
  if wanted platforms; then
    step "workflow checker" npm ci --prefix tests/platforms/workflows --ignore-scripts --no-audit --no-fund --loglevel=error
  fi
}
install_all() {
  local lane=tools
  install >"$log/installing" 2>&1
  cat "$log/installing"
  touch "$log/installed"
}
install_all &
installing=$!
step "build" dotnet build FlamingHorse.Narration.sln -c Release -v quiet --nologo || only=none
# Two restores at once may find a package's file in use.
restore_tools() { dotnet tool restore >/dev/null; }
step "tools of .NET" restore_tools
export NARRATION_PACKAGES="$PWD/artifacts/packages"

# Three at a time, since most of them wait as much as they compute: two lanes leave a tenth of two processors idle. The longest first, so
# that all lanes end together. Acceptance needs both processors. Packing compiles on one of them for a minute, and is a part as well.
tests=FlamingHorse.Narration
all=(worker "$tests.Page.Tests" windows "$tests.Synthesis.Tests" "$tests.Speech.Tests" "$tests.Stores.Tests" platforms fuzz)
all+=(speech_package matrix_lesson layout)
for project in tests/*.Tests/*.csproj; do all+=("$(basename "$project" .csproj)"); done
# They read the packages, or build as packing does.
after_pack=(windows fuzz speech_package matrix_lesson "$tests.Acceptance")
# They use none of the tools, and can begin before those are installed.
without_tools=(layout "$tests.Build.Tests" "$tests.Engine.Tests" "$tests.Generator.Tests" "$tests.Tests")

parts=()
for part in "${after_pack[@]}"; do
  ! wanted "$part" || parts=(pack)
done
for part in "${all[@]}"; do
  ! wanted "$part" || parts+=("$part")
done
is_one_of() { # name, names
  [[ " ${*:2} " == *" $1 "* ]]
}
can_begin() {
  if is_one_of "$1" "${after_pack[@]}"; then
    [[ -d $log/part-pack/ended ]]
  else
    [[ -e $log/installed ]] || is_one_of "$1" "${without_tools[@]}"
  fi
}
run_part() {
  case $1 in
    windows) test_windows ;;
    worker) test_python worker src/worker/tests ;;
    platforms) test_python platforms tests/platforms ;;
    fuzz) fuzz ;;
    pack) ! step pack build/pack.sh || touch "$log/packed" ;;
    layout | speech_package | matrix_lesson) step "$1" "$1" ;;
    # Whisper frees its memory in each call: the tests keep it, as the program that the package starts does (NeuralProgram).
    "$tests.Speech.Tests") MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TRIM_THRESHOLD_=268435456 MALLOC_ARENA_MAX=2 test_project "$1" ;;
    *) test_project "$1" ;;
  esac
}
# A shim for Python, such as pyenv's, takes half a second of the processor's time at each of some hundred starts: the interpreter itself
# comes first.
find_python() {
  local interpreter
  [[ -z ${python_found:-} && -e $log/installed ]] || return 0
  if interpreter=$(python3 -c 'import sys; print(sys.executable)'); then
    PATH=$(dirname "$interpreter"):$PATH
  fi
  python_found=yes
}
next_part() { # into $part: the first that nobody runs and that can begin; fails if none is left
  local left=yes
  while [[ $left ]]; do
    left=''
    for part in ${parts[@]+"${parts[@]}"}; do
      [[ ! -d $log/part-$part ]] || continue
      left=yes
      # Whoever makes the folder runs the part, once, however often it is listed.
      ! can_begin "$part" || ! mkdir "$log/part-$part" 2>/dev/null || return 0
    done
    sleep 0.2
  done
  return 1
}
run_lane() { # name
  local part lane=$1
  while next_part; do
    find_python
    if [[ -n $only ]]; then
      run_part "$part"
    else
      # What it prints is shown whole, when it has ended.
      run_part "$part" >"$log/part-$part/output" 2>&1
      cat "$log/part-$part/output"
    fi
    mkdir "$log/part-$part/ended"
  done
}
all_lanes() {
  run_lane 1 &
  local lanes=($!)
  run_lane 2 &
  lanes+=($!)
  run_lane 3 &
  lanes+=($!)
  # shellcheck disable=SC2064 # the array is this function's own
  trap "kill $installing ${lanes[*]} 2>/dev/null; rm -rf '$log'" EXIT
  wait "${lanes[@]}"
}
step "all but acceptance" all_lanes
find_python
# Without a package there is nothing to accept, and packing has been counted as failed.
[[ ! -e $log/packed ]] || ! wanted "$tests.Acceptance" || test_project "$tests.Acceptance"
wait "$installing"

read -r passed failed skipped <<<"$(awk '{p += $1; f += $2; s += $3} END {print p, f, s}' "$log/counts")"
if [[ $skipped -eq 0 ]]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
[[ $failed -eq 0 && $passed -gt 0 ]]
