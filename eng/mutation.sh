#!/usr/bin/env bash
# Changes the generator in thousands of small ways and counts what the driver tests notice (Stryker.NET; docs/quality.md has the last figures).
# Fails below 80 %. About half an hour on two cores; the reports with every survivor are artifacts/mutation/*/reports/mutation-report.html.
# Usage: eng/mutation.sh [emitters] [keys]      by default both
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- emitters keys
export DOTNET_NOLOGO=1 DiffEngine_Disabled=true

dotnet tool restore > /dev/null
root=$PWD
cd tests/Generators.Tests
status=0
for part; do
    rm -rf "$root/artifacts/mutation/$part"
    dotnet stryker --config-file "../../eng/mutation/$part.json" --output "$root/artifacts/mutation/$part" --skip-version-check || status=1
done
# What mutants left of the accepted files' neighbours.
find . -name '*.received.*' -delete
exit $status
