#!/usr/bin/env bash
# The README's first example, from an empty folder to an answered request, with nothing but the packages and the templates. Builds, tests, runs.
# Usage: eng/first-run.sh FEED FOLDER      FEED is what eng/pack.sh made; FOLDER is empty
set -euo pipefail
cd "$(dirname "$0")/.."
feed=$(realpath "$1") folder=$(realpath "$2") repository=$PWD
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false RestoreAdditionalProjectSources=$feed

new() { dotnet new "$@" --debug:custom-hive "$folder/hive"; }
new install "$feed"/GeekCafe.Templates.*.nupkg
cd "$folder"
new geekcafe-api -o Meetings
new geekcafe-resource -n Venue -o Meetings/src/Meetings
cd Meetings

# The first C# of the README, with what its hidden comment adds.
{
    printf 'using System.ComponentModel.DataAnnotations;\nusing GeekCafe;\n\nnamespace Meetings;\n\n'
    awk '/^```csharp$/ { inside = 1; next } /^```$/ { if (inside) exit } inside' "$repository/README.md"
    awk '/^<!-- compiles$/ { inside = 1; next } /^-->$/ { if (inside) exit } inside' "$repository/README.md"
} > src/Meetings/Event.cs

dotnet build -warnaserror
dotnet test --no-build
dotnet run --no-build --project src/Meetings.Local -- --urls http://127.0.0.1:0 --data :memory: > host.log 2>&1 &
host=$!
trap 'kill $host 2> /dev/null || true; wait $host || true' EXIT
for _ in $(seq 120); do
    url=$(sed -n 's/.* is at \(http[^ ]*\) .*/\1/p' host.log)
    [ -z "$url" ] || break
    kill -0 $host 2> /dev/null || { cat host.log; exit 1; }
    sleep 0.5
done
: "${url:?The host did not say where it is.}"

token=$(curl -sf "$url/_local/tokens" -d '{"tenantId":"demo","userId":"ana"}' | cut -d'"' -f4)
ask() { curl -sS -w ' %{http_code}\n' -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"; }
created=$(ask "$url/events" -d '{"title":"First","startsAt":"2030-01-01T19:00:00Z"}')
echo "$created"
[[ $created == *' 201' ]]
[[ $(ask "$url/venues" -d '{"name":"Hall"}') == *' 201' ]]
id=$(sed 's/.*"id":"\([^"]*\)".*/\1/' <<< "$created")
[[ $(ask "$url/events/$id") == *'"title":"First"'*' 200' ]]
echo "Answered."
