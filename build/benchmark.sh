#!/usr/bin/env bash
# Measures the packed package and prints tables of figures beside their goals.
#   build/benchmark.sh                                      the pipeline at 100 and 1,000 segments, with a worker that takes no time
#   build/benchmark.sh --sizes 100,1000,10000 --runs 5      the same at other sizes, each figure the median of that many builds
#   build/benchmark.sh --backend neural [--runs 5]          the natural voice beside its network alone
#   build/benchmark.sh --backend formulas                   reading mathematics, a text alone and 10,000 in a build
#   build/benchmark.sh --backend listen --model FILE        what listening costs, beside Whisper's own calls; FILE is a Whisper model
#   build/benchmark.sh --backend mlx [--voice FOLDER] [--python PATH] [--model ID]
#                                                           ten maths sentences by the cloned voice, one by one and in batches
set -euo pipefail
cd "$(dirname "$0")/.."

compgen -G 'artifacts/packages/*.nupkg' >/dev/null || build/pack.sh
exec dotnet run --project build/benchmark -c Release -v quiet -- --repository "$PWD" "$@"
