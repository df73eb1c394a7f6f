#!/usr/bin/env bash
# Shows that the package's two libraries must have one public surface: in a copy of the repository that has been packed
# (additions.sh --pack) one of them loses a public member, and packing again must fail with CP0002.
#   tests/exercises/package-validation.sh COPY
set -euo pipefail
cd "${1:?Name a copy of the repository that has been packed.}"
segment=src/FlamingHorse.Narration/NarrationSegment.Creation.cs
cp "$segment" intact.cs.txt
trap 'mv intact.cs.txt "$segment"' EXIT
awk '
  /public static NarrationSegment Create\(/ && !hidden {
    print "#if NET"
    print "    internal static NarrationSegment Create("
    print "#else"
    print
    print "#endif"
    hidden = 1
    next
  }
  { print }
' intact.cs.txt >"$segment"

export NarrationPrecompileFor=linux-x64 RunAnalyzers=false
dotnet build src/FlamingHorse.Narration -c Release -f net8.0 -v quiet --nologo -tl:off
if output=$(dotnet pack nuget/FlamingHorse.Narration.Package.csproj -c Release --no-build -o artifacts/refused \
  -v quiet --nologo -tl:off 2>&1); then
  echo "The package was accepted although its libraries differ." >&2
  exit 1
fi
if ! grep -q "error CP0002: Member .*NarrationSegment\.Create(.*exists on lib/netstandard2\.0/" <<<"$output"; then
  printf '%s\nPacking failed with something other than CP0002.\n' "$output" >&2
  exit 1
fi
echo "refused with CP0002"
