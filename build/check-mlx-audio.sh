#!/bin/sh
# Compares every call of the worker into mlx-audio and mlx, and the stand-in of its tests, with real checkouts.
#   build/check-mlx-audio.sh CHECKOUT...     folders with `mlx_audio/` (any release) or with mlx's `python/src/`
# Only reads sources; no code of the checkouts is run.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
for argument do # the paths are the caller's, the modules are found in the tests' folder
  shift
  case $argument in /*) ;; *) argument=$PWD/$argument ;; esac
  set -- "$@" "$argument"
done
cd "$root/src/worker/tests"
exec env PYTHONDONTWRITEBYTECODE=1 python3 -m upstream "$@"
