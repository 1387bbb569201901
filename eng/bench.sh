#!/usr/bin/env bash
# Measures everything docs/performance.md reports: publishes the two native programs, then runs the benchmarks. About ten minutes.
# Usage: eng/bench.sh [rounds, 9] [starts, 15] [invocations for each start, 5000]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-9} starts=${2:-15} invocations=${3:-5000}
out=artifacts/benchmarks

dotnet publish samples/Community.Lambda -c Release -r linux-x64 -o "$out/bootstrap" -v quiet
dotnet publish benchmarks/Floor -c Release -r linux-x64 -o "$out/floor" -v quiet
dotnet build benchmarks/DynamoDb -c Release -v quiet
dotnet build benchmarks/Startup -c Release -v quiet

dotnet run --no-build -c Release --project benchmarks/DynamoDb -- "$rounds"
echo
dotnet run --no-build -c Release --project benchmarks/Startup -- \
  "$out/floor/GeekCafe.Benchmarks.Floor" "$out/bootstrap/bootstrap" "$starts" "$invocations"
echo
dotnet run -c Release --project benchmarks/Generator
