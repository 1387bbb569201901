using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes what a resource is besides its own members: <c>Event.Members.g.cs</c>.</summary>
internal static class MembersEmitter
{
    private static readonly (int Bit, string Name)[] Operations = [(1, "Create"), (2, "Read"), (4, "Update"), (8, "Delete"), (16, "Restore")];

    public static SourceWriter Emit(ResourceModel resource) => resource.Identity.File(writer =>
    {
        var self = resource.Identity.FullName;
        writer.Block($"partial record {resource.Record.Name} : {Names.Resource(resource)}", body =>
        {
            RecordEmitter.KeepParameterlessConstructor(body, resource.Record);
            foreach (var member in resource.Record.Members)
            {
                if (member.IsDeclared) continue;
                body.Summary(member.Summary);
                if (member.Derived.Length > 0)
                {
                    body.Line($"public {member.Type.Declared} {member.Name} => {member.Derived};").Line();
                    continue;
                }

                body.Line($"public {member.Type.Declared} {member.Name} {{ get; init; }}{(member is { IsNullable: false, Type.IsValueType: false } ? " = \"\";" : "")}").Line();
            }

            body.Line($"{Sibling(resource, "Key")} {Names.Resource(resource)}.Key => new({Arguments(resource)});").Line();
            body.Line($"static global::GeekCafe.ResourceDefinition global::GeekCafe.IResource<{self}>.Definition {{ get; }} =");
            var names = $"    new({CSharp.Literal(resource.Name)}, {CSharp.Literal(resource.Python?.ModelName ?? resource.Identity.Name)}, \"pk\", \"sk\")";
            if (resource.Python is null && resource.Indexes.Count == 0 && !resource.Expiry.Expires && resource.Audit is null) body.Line(names + ";").Line();
            else body.Line(names).Line("    {").Indented(inner => Definition(inner, resource)).Line("    };").Line();
            body.Lines($"""
                global::GeekCafe.SystemMembers global::GeekCafe.IResource<{self}>.System =>
                    new(Id, TenantId, Version, CreatedAt, CreatedBy, UpdatedAt, UpdatedBy, DeletedAt, DeletedBy);

                {self} global::GeekCafe.IResource<{self}>.WithSystem(in global::GeekCafe.SystemMembers system) => this with
                """).Line("{");
            body.Indented(lines =>
            {
                foreach (var member in resource.Record.Members)
                {
                    if (member.Access == Access.System && member.Derived.Length == 0) lines.Line($"{member.Identifier} = system.{member.Name},");
                }
            });
            body.Line("};").Line();
            IsAllowed(body, resource);
            SensitiveEmitter.PrintMembers(body, resource.Record.Members, resource.Record.PrintingModifiers);
        });
    });

    private static void Definition(SourceWriter writer, ResourceModel resource)
    {
        if (resource.Python is not null) writer.Line("    Format = global::GeekCafe.DynamoDb.ItemFormat.Python,");
        if (resource.Indexes.Count > 0) Indexes(writer, resource);
        if (resource.Expiry.Expires) writer.Line("    Expires = true,");
        if (resource.Audit is not { } audit) return;
        writer.Line("    IsAudited = true,");
        var names = new List<string>();
        foreach (var name in audit.NameOnly) names.Add(CSharp.Literal(name));
        if (names.Count > 0) writer.Line($"    AuditedByNameOnly = [{string.Join(", ", names)}],");
    }

    /// <summary>The indexes whose keys the service checks before a write.</summary>
    private static void Indexes(SourceWriter writer, ResourceModel resource)
    {
        writer.Line("    Indexes =").Line("    [").Indented(rows =>
        {
            foreach (var index in resource.Indexes)
            {
                rows.Line($"    {IndexDefinitionEmitter.Text(index.ToPhysical())},");
            }
        }).Line("    ],");
    }

    /// <summary>Declared rules stand in for the default of the operations they name.</summary>
    private static void IsAllowed(SourceWriter writer, ResourceModel resource)
    {
        var self = resource.Identity.FullName;
        writer.Line($"static bool global::GeekCafe.IResource<{self}>.IsAllowed({Names.Caller} caller, global::GeekCafe.Operation operation, {self} resource) => operation switch");
        writer.Line("{").Indented(arms =>
        {
            foreach (var (bit, name) in Operations)
            {
                if (Condition(resource, bit) is { } condition) arms.Line($"global::GeekCafe.Operation.{name} => {condition},");
            }

            arms.Line("_ => true,");
        }).Line("};");
    }

    private static string? Condition(ResourceModel resource, int operation)
    {
        var ways = new List<string>();
        var isDeclared = false;
        foreach (var rule in resource.Access)
        {
            if ((rule.Operations & operation) == 0) continue;
            isDeclared = true;
            if (rule.Anyone) return "true";
            if (rule.Owner is not null) ways.Add($"resource.{CSharp.Identifier(rule.Owner)} == caller.UserId");
            if (rule.Members is not null) ways.Add($"caller.IsAmong({Users(resource, rule.Members)})");
            foreach (var role in rule.Roles) ways.Add($"caller.HasRole({CSharp.Literal(role)})");
        }

        if (isDeclared) return ways.Count == 0 ? "false" : string.Join(" || ", ways);
        return operation is 1 or 2 ? null : "resource.CreatedBy == caller.UserId || caller.HasRole(\"admin\")";
    }

    /// <summary>The users that a member lists; null and an immutable array that was never made list nobody.</summary>
    private static string Users(ResourceModel resource, string name)
    {
        var value = $"resource.{CSharp.Identifier(name)}";
        foreach (var member in resource.Record.Members)
        {
            if (member.Name == name && member.Type is ListType { IsValueType: true } list) return list.Elements(value, "users");
        }

        return value;
    }

    private static string Arguments(ResourceModel resource)
    {
        var arguments = new List<string>();
        foreach (var member in resource.KeyMembers) arguments.Add(member.Value);
        return string.Join(", ", arguments);
    }

    private static string Sibling(ResourceModel resource, string suffix) => resource.Identity.Sibling(suffix);
}
