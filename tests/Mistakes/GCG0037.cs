// A converter of another type.
namespace Mistakes.GCG0037;

[Resource("prices")]
[PrimaryKey("TENANT#{TenantId}", "PRICE#{Id}")]
public partial record Price
{
    [Converter<TextConverter>] public required decimal Amount { get; init; }
}

public sealed class TextConverter : IValueConverter<string, string>
{
    public static string ToStored(string value) => value;

    public static string FromStored(string value) => value;
}
