// A feature that Python would undo.
namespace Mistakes.GCG0100;

[Resource("users")]
[PythonItems]
[PrimaryKey("user#{Id}", "user#{Id}", CrossTenant = true)]
public partial record User
{
    [Unique] public required string Email { get; init; }
}
