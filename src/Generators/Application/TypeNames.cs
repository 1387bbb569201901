using System.Text.RegularExpressions;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Application;

/// <summary>
/// What nested types are called in the manifest, and so in OpenAPI: by their short names where these are unique, in full where two types, or a
/// type and what is described for a resource, have one.
/// </summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    public TypeNames(IEnumerable<ResourceModel> resources, IEnumerable<string> types)
    {
        foreach (var resource in resources)
        {
            foreach (var suffix in (string[])["", "Input", "Patch"]) Count(resource.Identity.Name + suffix);
        }

        foreach (var type in types) Count(Short(type));
    }

    /// <summary>What a type is called.</summary>
    public string Of(string fullName) => _uses.TryGetValue(Short(fullName), out var uses) && uses > 1 ? fullName : Short(fullName);

    /// <summary>A schema with the names of the types it refers to.</summary>
    public string In(string schema) =>
        schema.IndexOf("\"ref\":", StringComparison.Ordinal) < 0 ? schema
            : Regex.Replace(schema, "\"ref\":\"([^\"]+)\"", match => $"\"ref\":{CSharp.Json(Of(match.Groups[1].Value))}");

    private void Count(string name) => _uses[name] = _uses.TryGetValue(name, out var uses) ? uses + 1 : 1;

    private static string Short(string fullName) => fullName.Substring(fullName.LastIndexOf('.') + 1);
}
