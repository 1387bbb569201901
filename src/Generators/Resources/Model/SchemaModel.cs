using GeekCafe.Generators.Core;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>The version of a resource's stored form.</summary>
/// <param name="Version">What is written.</param>
/// <param name="Upcasters">The method that reads version 1, the one that reads version 2, and so on.</param>
public sealed record SchemaModel(int Version, EquatableArray<string> Upcasters);
