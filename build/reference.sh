#!/usr/bin/env bash
# Writes what is derived from the code: the settings that the targets pass to the tasks, those that the up-to-date check ignores, and the
# tables of docs/reference.md and docs/export.md. Run it after changing a setting, a backend or an export format.
set -euo pipefail
cd "$(dirname "$0")/.."
project=tests/FlamingHorse.Narration.Build.Tests
dotnet build "$project" -c Release -v quiet --nologo
NARRATION_WRITE_REFERENCE=1 dotnet "$project/bin/Release/net10.0/FlamingHorse.Narration.Build.Tests.dll" \
  -noColor -noLogo -class FlamingHorse.Narration.Build.Tests.Settings.SettingsReferenceTests
git --no-pager diff --stat
