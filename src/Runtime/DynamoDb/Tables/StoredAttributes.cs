using System.Globalization;

namespace GeekCafe.DynamoDb;

/// <summary>An item as it came, for rules about attributes that are not in a record.</summary>
public readonly ref struct StoredAttributes
{
    private readonly ReadOnlySpan<byte> _item;

    internal StoredAttributes(ReadOnlySpan<byte> item) => _item = item;

    /// <summary>An attribute's text. Null if it is absent or something else.</summary>
    /// <param name="name">The attribute's name.</param>
    public string? Text(string name)
    {
        using var attributes = new AttributeList(_item);
        return ItemJson.Text(attributes.ValueOf(ItemJson.Quoted(name)));
    }

    /// <summary>An attribute's whole number. Null if it is absent or something else.</summary>
    /// <param name="name">The attribute's name.</param>
    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An attribute's time, of a <see cref="DateTime"/> or <see cref="DateTimeOffset"/>. Null if it is absent or something else.</summary>
    /// <param name="name">The attribute's name.</param>
    public DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParseExact(Text(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Whether an attribute is a list or a set that holds the text. False if it is absent or something else.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="text">The text.</param>
    public bool Holds(string name, string text)
    {
        using var attributes = new AttributeList(_item);
        return ItemJson.Holds(attributes.ValueOf(ItemJson.Quoted(name)), text);
    }

    internal bool IsDeleted(ItemNames names)
    {
        using var attributes = new AttributeList(_item);
        return names.MarksDeleted(attributes);
    }
}
