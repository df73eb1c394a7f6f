#!/bin/sh
# Makes the isolated Python environment that the MLX worker runs in. SetupNarration runs it; it can be run by hand.
#
#   setup.sh FOLDER [--dry-run | --check] [--force] [--python PROGRAM] [--extra cuda|cpu|none] [--pull-models "ID ID"]
#
#   FOLDER          where the environment goes; its interpreter is FOLDER/bin/python
#   --dry-run       prints what would be run; no network, nothing is written
#   --check         says whether FOLDER holds a finished environment of these versions (exit code 0 or 1)
#   --force         makes it again even if it is finished
#   --python        the interpreter to build it from; otherwise uv chooses, or the newest of 3.10 to 3.13 on PATH
#   --extra         which mlx on Linux; otherwise cuda where an NVIDIA driver is found, else cpu
#   --pull-models   hub ids (with optional @revision) to fetch into the hub cache afterwards
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
requirements=$here/requirements-mlx.txt
folder='' mode=run force='' python='' extra='' models='' arm=''

say() { printf '%s\n' "$*"; }
fail() { # message, cure
  printf 'setup: error: %s\n' "$1" >&2
  [ -z "${2:-}" ] || printf 'setup: %s\n' "$2" >&2
  exit 1
}
run() {
  say "+ $*"
  [ "$mode" = dry ] || "$@"
}

while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) mode=dry ;;
    --check) mode=check ;;
    --force) force=1 ;;
    --python) python=${2:?--python needs a program}; shift ;;
    --extra) extra=${2:?--extra needs cuda, cpu or none}; shift ;;
    --pull-models) models=${2:?--pull-models needs hub ids}; shift ;;
    -*) fail "unknown option $1" 'See the head of this script.' ;;
    *) [ -z "$folder" ] || fail "two folders: $folder and $1"; folder=$1 ;;
  esac
  shift
done
[ -n "$folder" ] || fail 'no folder was named' "Usage: setup.sh FOLDER [--dry-run | --check] …"

# A build that was started from the dock has only the system's own folders on PATH.
PATH=$PATH:/opt/homebrew/bin:/usr/local/bin:${HOME:-}/.local/bin:${HOME:-}/.cargo/bin
export PATH

# --- the platform -----------------------------------------------------------------------------------------------------
case $(uname -s) in
  Darwin)
    # Under Rosetta `uname -m` says x86_64 on Apple silicon too.
    if [ "$(uname -m)" != arm64 ] && [ "$(sysctl -n hw.optional.arm64 2>/dev/null || echo 0)" != 1 ]; then
      fail 'mlx needs a Mac with Apple silicon' 'On this Mac use NarrationBackend=system, http, or a shared store.'
    fi
    major=$(sw_vers -productVersion 2>/dev/null | cut -d. -f1 || echo 0)
    [ "${major:-0}" -ge 14 ] || fail "mlx needs macOS 14 or later; this is ${major:-unknown}" 'Update macOS.'
    extra=none
    arm=1
    ;;
  Linux)
    if [ -z "$extra" ]; then
      if command -v nvidia-smi >/dev/null 2>&1 || [ -e /proc/driver/nvidia/version ]; then extra=cuda; else extra=cpu; fi
    fi
    ;;
  *) fail "mlx does not run on $(uname -s)" 'Use NarrationBackend=system, http, or a shared store.' ;;
esac
case $extra in cuda | cpu | none) ;; *) fail "--extra is cuda, cpu or none, not $extra" ;; esac

pinned=$(sed -n 's/^mlx==//p' "$requirements")
audio=$(sed -n 's/^mlx-audio==//p' "$requirements")
mlx=mlx==$pinned
[ "$extra" = none ] || mlx="mlx[$extra]==$pinned"
stamp="mlx-audio==$audio $mlx"

# --- what exists already --------------------------------------------------------------------------------------------
marker=$folder/flaming-horse-narration.txt
finished() { [ -x "$folder/bin/python" ] && [ "$(cat "$marker" 2>/dev/null)" = "$stamp" ]; }
if [ "$mode" = check ]; then
  if finished; then say "$folder holds $stamp"; exit 0; fi
  fail "$folder does not hold a finished environment with $stamp" 'Run it without --check, or: dotnet build -t:SetupNarration'
fi

# A set-up that was killed leaves this file beside the folder; it shows that what the folder holds is ours.
unfinished=$folder.unfinished

make_environment() {
  # Only our own environment or an empty folder is replaced, never a folder that holds anything else.
  if [ -e "$folder" ] && [ ! -f "$folder/pyvenv.cfg" ] && [ ! -f "$unfinished" ] && [ -n "$(ls -A "$folder" 2>/dev/null)" ]; then
    fail "$folder exists and is not a Python environment" 'Name another folder, or move it away.'
  fi
  if [ "$mode" != dry ]; then
    mkdir -p "$(dirname "$folder")"
    : >"$unfinished"
  fi
  install_packages
  if [ "$mode" != dry ]; then
    say "$stamp" >"$marker"
    rm -f "$unfinished"
  fi
}

# First uv with an interpreter that it has or fetches; where it can't fetch one (a proxy, an offline mirror), uv with an installed one; then
# pip, which may know mirrors that uv is not configured for.
install_packages() {
  if command -v uv >/dev/null 2>&1; then
    made=0
    with_uv "${python:-3.12}" || made=$?
    if [ "$made" = "$no_environment" ] && [ -z "$python" ] && find_python; then
      say "uv has no Python 3.12 and could not fetch one; $found is here."
      made=0
      with_uv "$found" || made=$?
    fi
    [ "$made" != 0 ] || return 0
    say 'uv could not do it; trying pip.'
  fi
  if [ -z "$python" ]; then
    find_python || fail 'no Python from 3.10 to 3.13 was found' \
      'Install uv (it brings Python along: https://docs.astral.sh/uv), or Python 3.12, or name one with --python.'
    python=$found
  fi
  with_pip "$python"
}

# Its result says which step failed.
no_environment=3
no_packages=4
with_uv() { # interpreter
  clear_folder
  run uv venv --python "$1" "$folder" || return "$no_environment"
  check_architecture
  run uv pip install --python "$folder/bin/python" -r "$requirements" "$mlx" || return "$no_packages"
}

with_pip() { # interpreter
  clear_folder
  run "$1" -m venv "$folder" ||
    fail "$1 could not make an environment" 'On Debian and Ubuntu: apt install python3-venv. Or install uv.'
  check_architecture
  run "$folder/bin/python" -m pip install --disable-pip-version-check -r "$requirements" "$mlx" ||
    fail 'the packages could not be installed' \
      'Check the network. Behind a proxy set HTTPS_PROXY, with a mirror PIP_INDEX_URL (pip) or UV_DEFAULT_INDEX (uv), and run this again.'
}

clear_folder() {
  [ ! -e "$folder" ] || run rm -rf "$folder"
}

# mlx has no wheels for Intel Macs, and pip would only say that it found none.
check_architecture() {
  [ -n "$arm" ] && [ "$mode" != dry ] || return 0
  [ "$("$folder/bin/python" -c 'import platform; print(platform.machine())' 2>/dev/null)" != x86_64 ] ||
    fail "the Python that was found is one for Intel Macs" 'Install uv, or a Python for Apple silicon, and name it with --python.'
}

# The newest Python from 3.10 to 3.13 on the whole PATH, as $found: the first `python3` may be too new and a later one right.
# 3.14 is left out: the packages that mlx-audio depends on are not known to work with it.
find_python() {
  found='' newest=0
  set -f
  IFS=:
  # shellcheck disable=SC2086 # split on purpose
  set -- $PATH
  unset IFS
  set +f
  for place do
    # Apple's python3 in this folder is too old, and without the developer tools it opens a window and waits.
    if [ -z "$place" ] || { [ -n "$arm" ] && [ "$place" = /usr/bin ]; }; then continue; fi
    for name in python3.13 python3.12 python3.11 python3.10 python3 python; do
      if [ ! -x "$place/$name" ] || [ -d "$place/$name" ]; then continue; fi
      minor=$("$place/$name" -c 'import sys; print(sys.version_info[1] if sys.version_info[0] == 3 else 0)' 2>/dev/null </dev/null) ||
        continue
      case $minor in
        1[0-3]) if [ "$minor" -gt "$newest" ]; then newest=$minor found=$place/$name; fi ;;
      esac
    done
  done
  [ -n "$found" ]
}

# --- the steps -----------------------------------------------------------------------------------------------
[ "$mode" != dry ] || say 'Nothing is run or written; these are the steps:'
if [ -z "$force" ] && finished; then
  say "$folder already holds $stamp"
else
  [ "$extra" != cpu ] ||
    say 'No NVIDIA driver was found: mlx[cpu] works, but takes many times real time. Use --extra cuda to install the other.'
  make_environment
fi
for model in $models; do
  name=${model%@*}
  revision=
  case $model in *@*) revision=${model#*@} ;; esac
  run env HF_HUB_OFFLINE=0 "$folder/bin/python" -c \
    'import sys; from huggingface_hub import snapshot_download; snapshot_download(sys.argv[1], revision=sys.argv[2] or None)' \
    "$name" "$revision" ||
    fail "the model $model could not be fetched; the environment itself is finished" 'Check the id and the network, and run this again.'
done
say "The interpreter is $folder/bin/python"
