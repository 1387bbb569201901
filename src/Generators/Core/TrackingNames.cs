namespace GeekCafe.Generators.Core;

/// <summary>Names of pipeline steps, for the caching tests.</summary>
public static class TrackingNames
{
    public const string Resource = nameof(Resource);
    public const string Text = nameof(Text);
    public const string Document = nameof(Document);
    public const string Enum = nameof(Enum);
    public const string Projection = nameof(Projection);
    public const string ItemCollection = nameof(ItemCollection);
    public const string Kinds = nameof(Kinds);
    public const string Facts = nameof(Facts);
    public const string Application = nameof(Application);
}
