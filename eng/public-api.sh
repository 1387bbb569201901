#!/usr/bin/env bash
# Writes PublicAPI.Unshipped.txt again, as the code is, for review: what is new in it is new to users, what is gone from it or from PublicAPI.Shipped.txt breaks
# them. With a release its lines move to PublicAPI.Shipped.txt.
# Usage: eng/public-api.sh [project of src ..., all]
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- Runtime Description Testing Snapshots Local
for project in "$@"; do
    api=src/$project/PublicAPI.Unshipped.txt
    echo '#nullable enable' > "$api"
    dotnet build "src/$project" -nologo -v quiet -tl:off -p:WarningsNotAsErrors=RS0016 |
        sed -n "s/.*warning RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" | LC_ALL=C sort -u > "$api.new"
    cat "$api.new" >> "$api"
    rm "$api.new"
done
git --no-pager diff --stat -- 'src/*/PublicAPI.*.txt'
