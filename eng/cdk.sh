#!/usr/bin/env bash
# Has CDK synthesize the stacks that the tool writes in C#, and compares them with the SAM templates. Those in TypeScript are part of the tests; CDK's package
# for .NET is too large for every run. Needs Node.js and some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build tests/Cli.Tests --nologo -v q
dotnet test tests/Cli.Tests --no-build --nologo --filter "FullyQualifiedName~CdkCSharpTests" -- xUnit.Explicit=only
