// One name for two collections.
namespace Mistakes.GCG0104;

[Resource("birds")]
[PrimaryKey("TENANT#{TenantId}", "BIRD#{Id}")]
public partial record Bird;

public static partial class Zoo
{
    [ItemCollection]
    public partial record Flock
    {
        public IReadOnlyList<Bird> Birds { get; init; } = [];
    }
}

public static partial class Farm
{
    [ItemCollection]
    public partial record Flock
    {
        public IReadOnlyList<Bird> Birds { get; init; } = [];
    }
}
