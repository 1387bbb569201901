using System.Globalization;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;

namespace GeekCafe.Benchmarks;

/// <summary><c>DynamoDBContext</c> has no mapping of its own for times with an offset.</summary>
public sealed class TimeConverter : IPropertyConverter
{
    public DynamoDBEntry ToEntry(object value) => new Primitive(((DateTimeOffset)value).ToString("O", CultureInfo.InvariantCulture));

    public object FromEntry(DynamoDBEntry entry) => DateTimeOffset.ParseExact(entry.AsString(), "O", CultureInfo.InvariantCulture);
}

/// <summary>And would store enums as numbers.</summary>
public sealed class StatusConverter : IPropertyConverter
{
    public DynamoDBEntry ToEntry(object value) => new Primitive(Names.ToText((MeetupStatus)value));

    public object FromEntry(DynamoDBEntry entry) => Names.ToStatus(entry.AsString());
}

/// <summary>And booleans, under its default conversion, as 0 and 1.</summary>
public sealed class BooleanConverter : IPropertyConverter
{
    public DynamoDBEntry ToEntry(object value) => new DynamoDBBool((bool)value);

    public object FromEntry(DynamoDBEntry entry) => entry.AsBoolean();
}

internal static class Names
{
    public static string ToText(MeetupStatus status) => status switch
    {
        MeetupStatus.Draft => "draft",
        MeetupStatus.Published => "published",
        _ => "cancelled",
    };

    public static MeetupStatus ToStatus(string text) => text switch
    {
        "draft" => MeetupStatus.Draft,
        "published" => MeetupStatus.Published,
        _ => MeetupStatus.Cancelled,
    };
}
