using GeekCafe.Description;
using GeekCafe.Lambda;

namespace GeekCafe.Local.Tests;

/// <summary>A manifest as the generator writes it, with each kind of member and operation once.</summary>
internal static class Sample
{
    public const string Manifest = """
        {
          "version": 1,
          "application": "Community",
          "table": { "partitionKey": "pk", "sortKey": "sk", "indexes": [{ "name": "gsi1", "partitionKey": "gsi1_pk", "sortKey": "gsi1_sk" }] },
          "resources": [
            {
              "name": "events", "type": "Community.Event", "partitionKey": "TENANT#{TenantId}", "sortKey": "EVENT#{Id}",
              "indexes": [{ "name": "ByOrganizer", "index": "gsi1", "partitionKey": "a", "sortKey": "b", "route": "/users/{organizerId}/events" }],
              "members": [
                { "name": "id", "attribute": "id", "type": "string", "required": false, "nullable": false, "access": "system" },
                { "name": "version", "attribute": "version", "type": "integer", "required": false, "nullable": false, "access": "system" },
                { "name": "deletedBy", "attribute": "deleted_by", "type": "string", "required": false, "nullable": true, "access": "system" },
                { "name": "title", "attribute": "title", "type": "string", "required": true, "nullable": false, "access": "client", "minLength": 1, "maxLength": 200 },
                { "name": "code", "attribute": "code", "type": "string", "required": true, "nullable": false, "access": "client", "pattern": "[A-Z]{3}-\\d+" },
                { "name": "startsAt", "attribute": "starts_at", "type": "string", "required": true, "nullable": false, "access": "client", "format": "date-time" },
                { "name": "seats", "attribute": "seats", "type": "integer", "required": true, "nullable": false, "access": "client", "minimum": 10, "maximum": 9223372036854775807 },
                { "name": "status", "attribute": "status", "type": "string", "required": false, "nullable": true, "access": "client", "enum": ["draft", "open"] },
                { "name": "tags", "attribute": "tags", "type": "set", "required": true, "nullable": false, "access": "client", "items": { "type": "string" }, "maxItems": 5 },
                { "name": "place", "attribute": "place", "type": "ref", "required": true, "nullable": false, "access": "client", "ref": "Location" },
                { "name": "fallback", "attribute": "fallback", "type": "ref", "required": false, "nullable": true, "access": "client", "ref": "Location" },
                { "name": "labels", "attribute": "labels", "type": "object", "required": false, "nullable": false, "access": "client", "values": { "type": "string" } },
                { "name": "organizerId", "attribute": "organizer_id", "type": "string", "required": true, "nullable": false, "access": "server" }
              ]
            }
          ],
          "types": [{ "name": "Location", "members": [{ "name": "city", "attribute": "city", "type": "string", "required": true, "nullable": false, "access": "client" }] }],
          "operations": [
            { "name": "events.create", "method": "POST", "route": "/events", "resource": "events", "kind": "create" },
            { "name": "events.get", "method": "GET", "route": "/events/{id}", "resource": "events", "kind": "get" },
            { "name": "events.update", "method": "PATCH", "route": "/events/{id}", "resource": "events", "kind": "patch" },
            { "name": "events.replace", "method": "PUT", "route": "/events/{id}", "resource": "events", "kind": "replace" },
            { "name": "events.delete", "method": "DELETE", "route": "/events/{id}", "resource": "events", "kind": "delete" },
            { "name": "events.restore", "method": "POST", "route": "/events/{id}/restore", "resource": "events", "kind": "restore" },
            { "name": "events.list", "method": "GET", "route": "/events", "resource": "events", "kind": "list" },
            { "name": "events.listByOrganizer", "method": "GET", "route": "/users/{organizerId}/events", "resource": "events", "kind": "list" },
            { "name": "events.batchGet", "method": "POST", "route": "/events/batch-get", "resource": "events", "kind": "batchGet" },
            { "name": "events.batchCreate", "method": "POST", "route": "/events/batch", "resource": "events", "kind": "batchCreate" },
            { "name": "events.publish", "method": "POST", "route": "/events/{id}/publish", "resource": "events", "kind": "custom", "authentication": "apiKey", "ifMatch": true,
              "body": { "ref": "Location", "required": false }, "answer": { "kind": "one", "ref": "Event" } },
            { "name": "events.near", "method": "GET", "route": "/places/{number}/events", "resource": "events", "kind": "custom", "path": [{ "name": "number", "type": "integer" }],
              "query": [{ "name": "day", "type": "string", "format": "date", "required": true }, { "name": "far", "type": "boolean", "required": false }],
              "paged": true, "answer": { "kind": "page", "ref": "Location" } },
            { "name": "events.place", "method": "PUT", "route": "/places/{number}", "resource": "events", "kind": "custom",
              "body": { "ref": "EventInput", "required": true }, "answer": { "kind": "updated", "ref": "Event" } },
            { "name": "events.clear", "method": "DELETE", "route": "/places/{number}", "resource": "events", "kind": "custom", "answer": { "kind": "nothing" } },
            { "name": "health.check", "method": "GET", "route": "/health", "resource": "health", "kind": "custom", "authentication": "public" }
          ]
        }
        """;

    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        .. ApplicationManifest.Parse(Manifest).Operations.Select(static row =>
            new ApiOperation(row.Name, row.Method, row.Route, static _ => ValueTask.CompletedTask)
            {
                Authentication = row.Authentication == "public" ? Authentication.Public : Authentication.Claims,
            }),
    ];
}
