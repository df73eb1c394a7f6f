#!/bin/sh
# launch.sh [--awake] PARENT PROGRAM [ARGUMENT...]
#
# Runs PROGRAM so that nothing of it outlives the build whose process id is PARENT, however that build ends:
# in a session of its own, where a signal to the build's process group cannot remove the watcher alone,
# and with a look at the parent twice a second. The exit code is PROGRAM's. A polite signal goes to the whole
# group, whose id is this process's.
#
#   --awake   on a Mac, it does not fall asleep as long as PROGRAM runs
#
# A variable NARRATION_DYLD_… reaches PROGRAM as DYLD_…: macOS takes those from every program of its own, and /bin/sh is one.
set -u

session=
if [ "$1" = --session ]; then
  session=yes
  shift
elif command -v setsid >/dev/null 2>&1; then
  exec setsid /bin/sh "$0" --session "$@"
elif command -v perl >/dev/null 2>&1; then # macOS has no setsid
  exec perl -e 'use POSIX (); POSIX::setsid(); exec { $ARGV[0] } @ARGV' /bin/sh "$0" --session "$@"
fi

awake=
if [ "$1" = --awake ]; then
  awake=yes
  shift
fi
parent=$1
shift

# The program gets the signal too; this shell stays to report how it ended.
trap : TERM

# In the place of this shell's copy, so that what is exported here is the program's alone.
become() {
  for name in DYLD_LIBRARY_PATH DYLD_FALLBACK_LIBRARY_PATH; do
    eval "value=\${NARRATION_$name-}"
    unset "NARRATION_$name"
    [ -z "$value" ] || export "$name=$value"
  done
  exec "$@"
}

# A background command's standard input is /dev/null unless told otherwise.
exec 3<&0
become "$@" <&3 3<&- &
program=$!
exec 3<&- </dev/null

if [ -n "$awake" ] && command -v caffeinate >/dev/null 2>&1; then
  caffeinate -i -w "$program" >/dev/null 2>&1 & # ends with the program
fi

if [ "$session" ]; then group=-$$; else group=$program; fi

# The parent as the kernel sees it now: $PPID stays what it was, and a process id may be used again.
parent_lives() {
  if [ -r "/proc/$$/stat" ]; then
    read -r stat <"/proc/$$/stat" || return 1
    # shellcheck disable=SC2086 # split on purpose; the name in brackets may hold spaces
    set -- ${stat##*) }
    [ "$2" = "$parent" ]
    return
  fi
  now=$(ps -o ppid= -p "$$" 2>/dev/null | tr -d ' ')
  if [ -n "$now" ]; then
    [ "$now" = "$parent" ]
  else
    # A sandbox of macOS refuses ps, and a signal to others perhaps too. Only a clear answer is the parent's end.
    case $(LC_ALL=C kill -0 "$parent" 2>&1) in *[Nn]'o such process'*) return 1 ;; esac
  fi
}

(
  trap '' TERM
  exec >/dev/null 2>&1
  while parent_lives; do
    sleep 0.5
  done
  kill -TERM "$group" "$program"
  sleep 1
  kill -KILL "$group" "$program"
) &
watcher=$!

code=0
wait "$program" || code=$?
while kill -0 "$program" 2>/dev/null; do # a signal woke the shell, not the program's end
  code=0
  wait "$program" || code=$?
done

kill -KILL "$watcher" 2>/dev/null
[ "$session" ] && kill -TERM "$group" 2>/dev/null # what the program left behind
exit "$code"
