#!/bin/sh
# launch.sh PARENT PROGRAM [ARGUMENT...]
#
# Runs PROGRAM so that nothing of it outlives the build whose process id is PARENT, however that build ends:
# in a session of its own, where a signal to the build's process group cannot remove the watcher alone,
# and with a look at the parent twice a second. The exit code is PROGRAM's. A polite signal goes to the whole
# group, whose id is this process's.
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

parent=$1
shift

# The program gets the signal too; this shell stays to report how it ended.
trap : TERM

# A background command's standard input is /dev/null unless told otherwise.
exec 3<&0
"$@" <&3 3<&- &
program=$!
exec 3<&- </dev/null

if [ "$session" ]; then group=-$$; else group=$program; fi

# The parent as the kernel sees it now: $PPID stays what it was, and a process id may be used again.
parent_lives() {
  if [ -r "/proc/$$/stat" ]; then
    read -r stat <"/proc/$$/stat" || return 1
    # shellcheck disable=SC2086 # split on purpose; the name in brackets may hold spaces
    set -- ${stat##*) }
    [ "$2" = "$parent" ]
  else
    [ "$(ps -o ppid= -p "$$" | tr -d ' ')" = "$parent" ]
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
