// An index that cannot be made.
namespace Mistakes.GCG0046;

[Resource("books")]
[PrimaryKey("TENANT#{TenantId}", "BOOK#{Id}")]
[SecondaryIndex("ByTitle", "TENANT#{TenantId}", "BOOK#{Title}", Include = ["Title"])]
public partial record Book
{
    public string Title { get; init; } = "";
}
