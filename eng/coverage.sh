#!/usr/bin/env bash
# Sums up what the last run of tests covered of src/Runtime, over all test projects, and fails below the floor. .ci/run collects; by hand:
#   dotnet test GeekCafe.Generators.sln --collect "XPlat Code Coverage" --settings eng/coverage.runsettings --results-directory artifacts/coverage
# Usage: eng/coverage.sh [percent of lines, 90]. artifacts/coverage/Summary.txt has it class by class.
set -euo pipefail
cd "$(dirname "$0")/.."
floor=${1:-90}

dotnet tool restore > /dev/null
dotnet reportgenerator "-reports:artifacts/coverage/*/coverage.cobertura.xml" -targetdir:artifacts/coverage -reporttypes:TextSummary -verbosity:Error
lines=$(sed -n 's/^ *Line coverage: \([0-9.]*\)%.*/\1/p' artifacts/coverage/Summary.txt)
echo "src/Runtime: $lines % of lines covered"
awk -v lines="$lines" -v floor="$floor" 'BEGIN { exit !(lines >= floor) }' || {
    echo "That is below $floor %. Classes with least: "
    sed -n 's/^  \(GeekCafe[^ ]*\) *\([0-9.]*\)%$/\2 \1/p' artifacts/coverage/Summary.txt | sort -n | head -n 20
    exit 1
}
