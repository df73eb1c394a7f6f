#!/usr/bin/env bash
# Shows that the public surface of the runtime library is checked: a member removed (RS0017) or added (RS0016) without a change in
# PublicAPI.*.txt fails the build. Works on a copy of the library's own files.
set -euo pipefail
cd "$(dirname "$0")/../.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard -- 'Directory.*.props' global.json .editorconfig 'src/*.props' src/BannedSymbols.txt \
  src/FlamingHorse.Narration src/Shared/Wav |
  tar --create --null --files-from=- --file=- | tar --extract --directory="$copy" --file=-
cd "$copy"

# Nothing here calls the shorter Create any more, but libraries that were built with an older package do.
segment=src/FlamingHorse.Narration/NarrationSegment.Creation.cs
awk '
  /public static NarrationSegment Create\(/ && !hidden { sub(/public/, "internal"); hidden = 1 }
  { print }
  /^public sealed partial class NarrationSegment/ {
    getline
    print
    print "    /// <summary>Planted.</summary>\n    public string Planted => Id;\n"
  }
' "$segment" >planted
mv planted "$segment"
if output=$(dotnet build src/FlamingHorse.Narration -c Release -f net8.0 -p:RunAnalyzers=true --nologo -v quiet -tl:off 2>&1); then
  echo "The build passed although one member was removed and another added." >&2
  exit 1
fi
errors=$(grep -oE "error [A-Z]+[0-9]+: ([A-Za-z]+ '[^(']*)?" <<<"$output" | sort -u)
expected="error RS0016: Symbol 'FlamingHorse.Narration.NarrationSegment.Planted.get -> string!
error RS0017: Symbol 'static FlamingHorse.Narration.NarrationSegment.Create"
if [[ $errors != "$expected" ]]; then
  printf 'The build failed with other errors than expected:\n%s\n' "$(head -c 2000 <<<"$errors")" >&2
  exit 1
fi
printf '%s\n' "$errors"
