using System.Globalization;
using System.Text;

namespace GeekCafe.Benchmarks;

/// <summary>The item all clients read and write: 20 attributes, about 900 bytes of text, as a service stores it.</summary>
public static class CannedItem
{
    public const string Table = "benchmarks";
    public const string Tenant = "tenant-1";
    public const string User = "0197b2c4-5d6e-7f80-91a2-b3c4d5e6f708";

    public const string Title = "Evening meetup on generators, tables and functions";

    public const string Description =
        "Two talks and time to speak with each other. First how a compiler can write the parts of a service nobody likes to write, then what " +
        "a single table does well and what it does not. Food from seven, doors close at ten. Bring your own questions.";

    public static IReadOnlyList<string> Tags { get; } = ["dotnet", "serverless", "dynamodb"];

    /// <summary>The id of an item.</summary>
    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"0197b2c4-0000-7000-8000-{number:x12}");

    /// <summary>Who made an item: one of ten, as rows of a list have few authors.</summary>
    public static string Organizer(int number) => string.Concat(User.AsSpan(0, User.Length - 1), (number % 10).ToString(CultureInfo.InvariantCulture));

    /// <summary>An item in DynamoDB's JSON.</summary>
    public static string Json(int number) => string.Concat("{", $$"""
        "pk":{"S":"TENANT#{{Tenant}}"},
        "sk":{"S":"MEETUP#{{Id(number)}}"},
        "id":{"S":"{{Id(number)}}"},
        "tenant_id":{"S":"{{Tenant}}"},
        "version":{"N":"3"},
        "created_at":{"S":"2026-01-05T18:30:00.1230000+00:00"},
        "created_by":{"S":"{{Organizer(number)}}"},
        "updated_at":{"S":"2026-02-06T19:45:10.4560000+00:00"},
        "updated_by":{"S":"{{Organizer(number)}}"},
        "title":{"S":"{{Title}}, {{number}}"},
        "description":{"S":"{{number}}. {{Description}}"},
        "starts_at":{"S":"2026-03-07T19:00:00.0000000+00:00"},
        "capacity":{"N":"120"},
        "price":{"N":"12.5"},
        "is_public":{"BOOL":true},
        "status":{"S":"published"},
        "tags":{"L":[{"S":"dotnet"},{"S":"serverless"},{"S":"dynamodb"}]},
        "organizer_id":{"S":"{{Organizer(number)}}"},
        "_type":{"S":"Meetup"},
        "_rid":{"S":"k3J9xQmT2vLwR8sYbN4dZg"}
        """.ReplaceLineEndings(""), "}");

    /// <summary>The body of a Query's answer.</summary>
    public static string Page(int count)
    {
        var page = new StringBuilder("""{"Count":""").Append(count).Append(""","Items":[""");
        for (var i = 0; i < count; i++) page.Append(i == 0 ? "" : ",").Append(Json(i));
        return page.Append("""],"ScannedCount":""").Append(count).Append('}').ToString();
    }
}
