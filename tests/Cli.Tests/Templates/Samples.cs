using GeekCafe.Description;

namespace GeekCafe.Cli.Tests.Templates;

/// <summary>A manifest with all that a deployment can have.</summary>
internal static class Samples
{
    public static ApplicationManifest Everything { get; } = ApplicationManifest.Parse("""
        {
          "version": 1,
          "application": "Everything",
          "table": { "partitionKey": "pk", "sortKey": "sk", "timeToLive": "ttl", "indexes": [
            { "name": "gsi1", "partitionKey": "gsi1_pk", "sortKey": "gsi1_sk" },
            { "name": "lsi1", "partitionKey": "pk", "sortKey": "lsi1_sk", "local": true, "projection": "keysOnly" },
            { "name": "zones", "partitionKeys": [{ "name": "tenant_id", "type": "text" }, { "name": "zone", "type": "text" }],
              "sortKeys": [{ "name": "row", "type": "number" }, { "name": "code", "type": "binary" }], "projection": "include", "include": ["title"] }
          ] },
          "resources": [{
            "name": "votes", "type": "Everything.Vote", "partitionKey": "TENANT#{TenantId}", "sortKey": "VOTE#{Id}",
            "indexes": [{ "name": "ByTarget", "index": "gsi1", "partitionKey": "TENANT#{TenantId}#TARGET#{TargetId}", "sortKey": "VOTE#{Id}", "route": "/targets/{targetId}/votes" }],
            "members": []
          }],
          "types": [],
          "operations": [
            { "name": "votes.create", "method": "POST", "route": "/votes", "resource": "votes", "kind": "create" },
            { "name": "votes.get", "method": "GET", "route": "/votes/{id}", "resource": "votes", "kind": "get" },
            { "name": "votes.listByTarget", "method": "GET", "route": "/targets/{targetId}/votes", "resource": "votes", "kind": "list" },
            { "name": "votes.history", "method": "GET", "route": "/votes/{voteId}/history", "resource": "votes", "kind": "custom" },
            { "name": "votes.ingest", "method": "POST", "route": "/ingest", "resource": "votes", "kind": "custom", "authentication": "apiKey" },
            { "name": "votes.health", "method": "GET", "route": "/health", "resource": "votes", "kind": "custom", "authentication": "public" }
          ],
          "jobs": [{ "name": "votes.recount", "resource": "votes", "schedule": "rate(1 hour)" }, { "name": "votes.repair", "resource": "votes" }],
          "streams": ["votes"]
        }
        """);
}
