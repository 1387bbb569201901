#!/usr/bin/env bash
# Makes all packages, with symbols. Analyzers do not run: CI's build has run them over the same code. What is built on the way has a folder of its own, so
# nobody else's build of the same projects is disturbed.
# Usage: eng/pack.sh [folder, artifacts/packages] [version, that of Directory.Build.props]
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-artifacts/packages}
version=${2:-}
dotnet pack src/Packages.slnx -c Release -o "$out" --artifacts-path artifacts/build -nologo -v quiet -p:RunAnalyzers=false ${version:+-p:Version=$version}
