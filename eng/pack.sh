#!/usr/bin/env bash
# Makes all packages.
# Usage: eng/pack.sh [folder, artifacts/packages] [version, that of Directory.Build.props]
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-artifacts/packages}
version=${2:-}
for project in src/*/ templates; do
    grep -qs "<IsPackable>false" "$project"/*.csproj && continue
    dotnet pack "$project" -c Release -o "$out" -nologo -v quiet ${version:+-p:Version=$version}
done
