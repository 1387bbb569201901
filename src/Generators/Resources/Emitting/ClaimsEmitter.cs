using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes what unique members need: <c>Account.Claims.g.cs</c>.</summary>
internal static class ClaimsEmitter
{
    private const string Claim = "global::GeekCafe.UniqueClaim";
    private const string Token = "global::System.Threading.CancellationToken";

    public static SourceWriter? Emit(ResourceModel resource) => resource.Uniques.Count == 0 ? null : resource.Identity.File(writer =>
    {
        writer.Summary($"The unique values of {RecordEmitter.Article(resource.Identity.Name)}, each as the marker of whoever holds it.");
        writer.Line(Names.GeneratedCode);
        writer.Block($"internal static class {resource.ClaimsName}", body =>
        {
            var isFirst = true;
            foreach (var unique in resource.Uniques)
            {
                if (!isFirst) body.Line();
                isFirst = false;
                Factory(body, resource, unique);
            }
        });
        writer.Line().Block($"partial record {resource.Record.Name}", body => ClaimsOf(body, resource));
        writer.Line().Block($"partial class {resource.ServiceName}", body =>
        {
            var isFirst = true;
            foreach (var unique in resource.Uniques)
            {
                if (!isFirst) body.Line();
                isFirst = false;
                Lookup(body, resource, unique);
            }
        });
    });

    private static void Factory(SourceWriter writer, ResourceModel resource, UniqueModel unique)
    {
        var holes = "";
        foreach (var part in unique.Marker.Parts) holes += part.Hole;
        writer.Summary($"The claim to a value of <see cref=\"{resource.Record.Name}.{CSharp.Identifier(unique.Name)}\"/>.");
        writer.Line($"public static {Claim} {CSharp.Identifier(unique.Name)}({Parameters(unique, all: true)}) =>");
        writer.Line($"    new({CSharp.Literal(unique.ApiName)}, {Names.KeyText}.Create($\"{holes}\"));");
    }

    /// <summary>A resource claims what has a value.</summary>
    private static void ClaimsOf(SourceWriter writer, ResourceModel resource)
    {
        var self = resource.Identity.FullName;
        writer.Block($"static global::System.Collections.Generic.IReadOnlyList<{Claim}> global::GeekCafe.IResource<{self}>.ClaimsOf({self} resource)", body =>
        {
            body.Line($"var claims = new global::System.Collections.Generic.List<{Claim}>({resource.Uniques.Count});");
            foreach (var unique in resource.Uniques)
            {
                var conditions = Conditions(unique, part => $"resource.{CSharp.Identifier(part.Text)}", part => $"resource.{CSharp.Identifier(part.Text)} is not null");
                var arguments = new List<string>();
                foreach (var part in unique.Marker.Members)
                {
                    arguments.Add($"resource.{CSharp.Identifier(part.Text)}" + (part is { IsNullable: true, IsText: false } ? ".Value" : ""));
                }

                var add = $"claims.Add({resource.Identity.Sibling("Claims")}.{CSharp.Identifier(unique.Name)}({string.Join(", ", arguments)}));";
                body.Line(conditions.Length > 0 ? $"if ({conditions}) {add}" : add);
            }

            body.Line("return claims;");
        });
    }

    private static void Lookup(SourceWriter writer, ResourceModel resource, UniqueModel unique)
    {
        writer.Summary($"Reads the {CSharp.Xml(Naming.Camel(resource.Identity.Name))} with this {CSharp.Xml(unique.ApiName)}: two consistent reads.");
        writer.Line("/// <param name=\"caller\">Who asks.</param>");
        var arguments = new List<string>();
        foreach (var part in unique.Marker.Members)
        {
            arguments.Add(part.Text == "TenantId" ? "caller.TenantId" : part.Local);
            if (part.Text == "TenantId") continue;
            writer.Line($"/// <param name=\"{part.Local.TrimStart('@')}\">As in <see cref=\"{resource.Record.Name}.{CSharp.Identifier(part.Text)}\"/>.</param>");
        }

        writer.Line("/// <param name=\"cancellationToken\">Ends the call.</param>");
        writer.Line("/// <returns>The resource, or NotFound or a failure of the database.</returns>");
        writer.Block($"public global::System.Threading.Tasks.Task<global::GeekCafe.ServiceResult<{resource.Identity.FullName}>> GetBy{unique.Name}Async(\n" +
            $"    {Names.Caller} caller, {Parameters(unique, all: false)}, {Token} cancellationToken = default)", body =>
        {
            body.Line("global::System.ArgumentNullException.ThrowIfNull(caller);");
            var claim = $"{resource.Identity.Sibling("Claims")}.{CSharp.Identifier(unique.Name)}({string.Join(", ", arguments)})";
            var conditions = Conditions(unique, part => part.Local, _ => "");
            body.Line($"return GetByClaimAsync(caller, {(conditions.Length > 0 ? $"{conditions} ? {claim} : null" : claim)}, cancellationToken);");
        });
    }

    private static string Conditions(UniqueModel unique, Func<KeyPart, string> text, Func<KeyPart, string> notNull)
    {
        var conditions = new List<string>();
        foreach (var part in unique.Marker.Members)
        {
            if (part.Text is "TenantId" or "Id") continue;
            if (part.IsText) conditions.Add($"{Names.KeyText}.IsValue({text(part)})");
            else if (part.IsNullable && notNull(part) is { Length: > 0 } test) conditions.Add(test);
        }

        return string.Join(" && ", conditions);
    }

    private static string Parameters(UniqueModel unique, bool all)
    {
        var parameters = new List<string>();
        foreach (var part in unique.Marker.Members)
        {
            if (all || part.Text != "TenantId") parameters.Add($"{part.TypeName} {part.Local}");
        }

        return string.Join(", ", parameters);
    }
}
