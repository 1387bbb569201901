namespace GeekCafe;

/// <summary>Holds the manifest of an assembly's resources, for tools that read it without running the assembly. Written by the generator.</summary>
/// <param name="json">The manifest.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ManifestAttribute(string json) : Attribute
{
    /// <summary>The manifest, as docs/manifest.md describes it.</summary>
    public string Json { get; } = json;
}
