namespace Shop.@event;

internal static partial class Outer
{
    public partial interface Inner
    {
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        internal partial record @class { public string? @event { get; init; } public Kind Kind { get; init; } }
    }
    internal enum Kind { A, @default }
}
