namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>Declarations around the members that a test is about.</summary>
internal static class Declared
{
    public static string Thing(string members) => $$"""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        public partial record Thing
        {
        {{members}}
        }
        """;

    /// <summary>Type arguments of the helpers that need all four.</summary>
    public const string Arguments = "<Thing, ThingKey, ThingInput, ThingPatch>";
}
