// A misspelt member of an audit trail.
namespace Mistakes.GCG0059;

[Resource("accounts")]
[PrimaryKey("TENANT#{TenantId}", "ACCOUNT#{Id}")]
[Audited(NameOnly = ["Secrt"])]
public partial record Account
{
    public string Secret { get; init; } = "";
}
