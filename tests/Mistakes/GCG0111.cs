// A key written by hand.
using System.Threading.Tasks;
using GeekCafe.DynamoDb;

namespace Mistakes.GCG0111;

[Resource("leaves")]
[PrimaryKey("TENANT#{TenantId}", "LEAF#{Id}")]
public partial record Leaf;

public partial class LeafService
{
    public static Task<ServiceResult<StatementPage<Leaf>>> ReadAsync(TableStatements statements, Caller caller) =>
        statements.SelectAsync<Leaf>($"TENANT#{caller.TenantId}");
}
