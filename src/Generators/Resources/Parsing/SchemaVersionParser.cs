using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads the version of a resource's stored form, and the methods that read older ones: one for each.</summary>
public sealed class SchemaVersionParser(INamedTypeSymbol type, Report report)
{
    public SchemaModel? Parse()
    {
        var attribute = type.Find(AttributeNames.SchemaVersion);
        var version = attribute?.Number(0) ?? 0;
        if (attribute is { ConstructorArguments.Length: 1 } && version < 1) Malformed(attribute.ArgumentLocation(0), "its version must be 1 or more");

        var upcasters = new SortedDictionary<int, string>();
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol method || method.Find(AttributeNames.Upcast) is not { ConstructorArguments.Length: 1 } upcast) continue;
            var from = upcast.Number(0);
            if (Problem(method, from, version, upcasters) is { } problem) Malformed(method.Place(), problem);

            // A method that cannot be called is not missing as well.
            if (!upcasters.ContainsKey(from)) upcasters.Add(from, method.Name);
        }

        for (var from = 1; from < version && from < 1000; from++)
        {
            if (!upcasters.ContainsKey(from)) report(Rules.MissingUpcaster, attribute!.Location(), type.Name, version, from);
        }

        return attribute is null ? null : new SchemaModel(version, new List<string>(upcasters.Values).ToEquatable());
    }

    private static string? Problem(IMethodSymbol method, int from, int version, SortedDictionary<int, string> known) => method switch
    {
        _ when version == 0 => $"'{method.Name}' does nothing without [SchemaVersion] on the record",
        not { IsStatic: true, ReturnsVoid: true, IsAsync: false, Arity: 0, Parameters: [{ RefKind: RefKind.None, Type: { Name: "ItemDocument", ContainingNamespace: { Name: "DynamoDb", ContainingNamespace.Name: "GeekCafe" } } }] } =>
            $"declare '{method.Name}' as 'static void {method.Name}(GeekCafe.DynamoDb.ItemDocument item)'",
        _ when version == 1 => $"'{method.Name}' reads version {from}, and nothing is older than version 1; remove it",
        _ when from < 1 || from >= version => $"'{method.Name}' reads version {from}, and older than {version} are 1 to {version - 1}",
        _ when known.TryGetValue(from, out var other) => $"'{other}' and '{method.Name}' both read version {from}",
        _ => null,
    };

    private void Malformed(Location? location, string problem) => report(Rules.MalformedUpcaster, location, type.Name, problem);
}
