using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Cli.Tests.Policies;

/// <summary>The IAM actions a request needs (developer guide, "Using IAM with DynamoDB transactions"), with the index it goes to.</summary>
internal static class IamActions
{
    public static IEnumerable<string> Of(RecordedRequest request) => request.Operation switch
    {
        DynamoOperation.TransactWriteItems => request.Body.GetProperty("TransactItems").EnumerateArray().Select(static part => Single(part.EnumerateObject().Single().Name)),
        DynamoOperation.TransactGetItems => ["GetItem"],
        DynamoOperation.Query when request.Index is { } index => [$"Query {index}"],
        var other => [other.ToString()],
    };

    private static string Single(string part) => part == "ConditionCheck" ? "ConditionCheckItem" : part + "Item";
}
