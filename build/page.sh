#!/usr/bin/env bash
# Bundles src/report into artifacts/report/narration-report.template.html. Does nothing while the template is newer than its sources.
set -euo pipefail
cd "$(dirname "$0")/.."

template=artifacts/report/narration-report.template.html
sources=(src/report src/Shared/Transcripts build/page.sh)
if [[ -f $template && -z $(find "${sources[@]}" -not -path '*/node_modules/*' -newer "$template" -print -quit) ]]; then
  exit 0
fi

if [[ $(uname -s) == Linux ]]; then
  build/prepare.sh node=nodejs npm
fi
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "Node.js 18 or later with npm is needed to bundle the page." >&2
  exit 1
fi

# esbuild's program is inside its package, so no install script is needed and none is run.
installed=src/report/node_modules/.package-lock.json
if [[ ! -f $installed || src/report/package-lock.json -nt $installed ]]; then
  npm ci --prefix src/report --ignore-scripts --no-audit --no-fund --loglevel=error
fi
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
node src/report/build.mjs "$temporary/page.html"
mkdir -p "$(dirname "$template")"
mv "$temporary/page.html" "$template"
