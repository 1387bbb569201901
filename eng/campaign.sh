#!/usr/bin/env bash
# The tests that could go on for ever, as many times as long as in CI: eng/campaign.sh [times], 10 by default (about half an hour).
set -euo pipefail
cd "$(dirname "$0")/.."

export GEEKCAFE_CAMPAIGN="${1:-10}"
dotnet test tests/Table.Tests --filter "FullyQualifiedName~.Model.|FullyQualifiedName~.Reading.Conditions"
dotnet test tests/Generators.Tests --filter "FullyQualifiedName~HalfWritten|FullyQualifiedName~RandomResources"
dotnet test tests/Community.Tests --filter "FullyQualifiedName~RoundTrips"
