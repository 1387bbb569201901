#!/usr/bin/env bash
# Has CDK synthesize the stacks that the tool writes, in TypeScript and C#, and compares them with the SAM templates. Needs npm and some minutes, so it
# is not part of the tests. --typescript leaves C# out.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export GEEKCAFE_CDK="$folder"

dotnet build tests/Cli.Tests --nologo -v q
dotnet test tests/Cli.Tests --no-build --nologo --filter "FullyQualifiedName~Stacks_are_written_for_cdk"
mkdir "$folder/publish" && touch "$folder/publish/bootstrap"
cd "$folder"

echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund aws-cdk-lib@2.276.0 constructs@10 typescript@5 @types/node@22
cat > app.ts <<'TS'
import * as cdk from 'aws-cdk-lib';
const app = new cdk.App();
for (const name of ['domain', 'everything', 'one', 'rest']) {
  const Stack = Object.values(require(`./${name}`)).find((each) => typeof each === 'function') as any;
  new Stack(app, name, { cursorKeySecret: 'key', jwtIssuer: '${JwtIssuer}', jwtAudience: '${JwtAudience}', userPoolArn: '${UserPoolArn}' });
}
app.synth();
TS
npx tsc --strict --target es2022 --module commonjs --skipLibCheck --types node ./*.ts
CDK_OUTDIR=synthesized node app.js

if [ "${1:-}" != --typescript ]; then
    # The newest version whose dependencies are complete on our feed; it knows neither the newer name of point-in-time recovery nor composite keys.
    for name in domain everything one rest; do
        project="cs/$name"
        sed -i -e 's/PointInTimeRecoverySpecification = new PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = true }/PointInTimeRecovery = true/' \
            -e '/PartitionKeys = \|SortKeys = /d' "$project/Stack.cs"
        cat > "$project/App.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><NoWarn>NU1603</NoWarn></PropertyGroup>
  <ItemGroup><PackageReference Include="Amazon.CDK.Lib" Version="2.160.0" /></ItemGroup>
</Project>
XML
        dotnet build "$project" --nologo -v q
    done
fi

cd - > /dev/null
dotnet test tests/Cli.Tests --no-build --nologo --filter "FullyQualifiedName~A_stack_deploys_what_the_sam_template_does"
