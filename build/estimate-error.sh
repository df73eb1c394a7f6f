#!/usr/bin/env bash
# The error of predicted durations against real ones on samples/MatrixLesson: built once with estimates, once with the system's voice, then
# with half of the segments known, as for an author who edits a lesson. Needs build/pack.sh and flite.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r samples/MatrixLesson "$work/lesson"
cp samples/Directory.*.props samples/Directory.Build.targets "$work/"
sed "s#\$(MSBuildThisFileDirectory)../artifacts#$PWD/artifacts#" samples/Directory.Build.props >"$work/Directory.Build.props"
rm -rf "$work"/lesson/{bin,obj,narration.lock.json}
build() { # name, arguments
  local name=$1
  shift
  dotnet build "$work/lesson" -v quiet --nologo -p:NarrationBackend=system -p:NarrationCachePath="$work/cache" "$@" >/dev/null
  cp "$work/lesson/obj/Debug/net10.0/narration/manifest.json" "$work/$name.json"
}
build default -p:NarrationMissing=Estimate
build real
# Half of the lock: the rest is predicted from the speech rate of the known half.
python3 - "$work/lesson/narration.lock.json" <<'P'
import sys
path = sys.argv[1]
lines = open(path).read().split("\n")
kept, index = [], 0
for line in lines:
    if '"samples"' in line:
        index += 1
        if index % 2 == 0:
            continue
    kept.append(line)
for i in range(len(kept) - 1):
    if kept[i].endswith("},") and not kept[i + 1].lstrip().startswith('"'):
        kept[i] = kept[i][:-1]
open(path, "w").write("\n".join(kept))
P
rm -rf "$work/cache"
build learned -p:NarrationMissing=Estimate
python3 - "$work" <<'P'
import json, statistics, sys
read = lambda name: {s["id"]: s for s in json.load(open(f"{sys.argv[1]}/{name}.json"))["segments"]}
seconds = lambda s: s["samples"] / s["rate"]
real = read("real")
for name in ("default", "learned"):
    errors = sorted(abs(seconds(s) / seconds(real[i]) - 1) for i, s in read(name).items() if s.get("estimated"))
    print(f"{name:8} rate: {len(errors)} segments, median error {statistics.median(errors):.1%}, largest {errors[-1]:.1%}")
P
