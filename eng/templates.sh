#!/usr/bin/env bash
# Writes the templates of the samples again, as the tool makes them of the code.
set -euo pipefail
cd "$(dirname "$0")/.."
ACCEPT_SNAPSHOTS=1 dotnet test tests/Cli.Tests --filter "FullyQualifiedName~DriftTests" --nologo
git --no-pager diff --stat -- samples
