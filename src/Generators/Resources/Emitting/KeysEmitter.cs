using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes how keys are built and taken apart: <c>Event.Keys.g.cs</c>.</summary>
internal static class KeysEmitter
{
    public static SourceWriter Emit(ResourceModel resource) => resource.Identity.File(writer =>
    {
        Keys(writer, resource);
        writer.Line();
        Key(writer, resource);
    });

    private static void Keys(SourceWriter writer, ResourceModel resource)
    {
        writer.Summary($"Builds the keys of {RecordEmitter.Article(resource.Identity.Name)} from values, and takes them apart. What another part of this class declares is not generated.");
        writer.Line(Names.GeneratedCode);
        writer.Block($"{resource.Identity.Accessibility} static partial class {resource.KeysName}", body =>
        {
            body.Summary("What sort keys of this resource begin with.");
            body.Line($"public const string SortPrefix = {CSharp.Literal(resource.Sort.Prefix)};").Line();
            if (resource.Partition.Shards > 0) ShardsEmitter.Emit(body, resource);
            Pair(body, "PartitionKey", resource.Partition);
            body.Line();
            Pair(body, "SortKey", resource.Sort);
            foreach (var index in resource.Indexes)
            {
                if (index.Kind == IndexKind.Composite)
                {
                    CompositeKeyEmitter.Emit(body.Line(), index);
                    continue;
                }

                body.Line().Summary($"What sort keys of this resource begin with in {index.Name}.");
                body.Line($"public const string {index.Name}SortPrefix = {CSharp.Literal(index.Sort.Prefix)};").Line();
                if (index.Kind != IndexKind.Local)
                {
                    if (index.Partition.Shards > 0) ShardsEmitter.Emit(body, resource, index);
                    Pair(body, index.Name + "PartitionKey", index.Partition);
                    body.Line();
                }

                Pair(body, index.Name + "SortKey", index.Sort);
            }
        });
    }

    private static void Pair(SourceWriter writer, string name, KeyModel key)
    {
        var (pattern, outs) = key.Shards > 0 ? (key.Pattern + "#SHARD#{shard}", ", out int shard") : (key.Pattern, "");
        writer.Summary($"<c>{CSharp.Xml(pattern)}</c>");
        writer.Line($"public static string {name}({ShardsEmitter.With(key, Parameters(key.Members), "int shard")}) => {(key.IsPython ? Names.PythonKey : Names.KeyText)}.Create($\"{Holes(key)}{(key.Shards > 0 ? "#SHARD#{shard:0}" : "")}\");");
        if (!key.IsReversible || HasEnum(key)) return;
        writer.Line().Summary($"The values in a key of the form <c>{CSharp.Xml(pattern)}</c>; false if it has another form.");
        writer.Block($"public static bool TryParse{name}(string key{Outs(key)}{outs})", body => Parse(body, key));
    }

    internal static string Holes(KeyModel key)
    {
        var text = "";
        foreach (var part in key.Parts) text += part.Hole;
        return text;
    }

    private static void Parse(SourceWriter writer, KeyModel key)
    {
        writer.Line($"var parser = new {Names.KeyParser}(key);");
        foreach (var member in key.Members) writer.Line($"{member.Local} = default{(member.IsText ? "!" : "")};");
        if (key.Shards > 0) writer.Line("shard = default;");
        var steps = new List<string>();
        var seen = new List<string>();
        foreach (var part in key.Parts)
        {
            // A member that occurs several times must have one value.
            var times = seen.FindAll(text => text == part.Text).Count;
            if (!part.IsLiteral) seen.Add(part.Text);
            if (part.IsLiteral) steps.Add($"parser.Literal({CSharp.Literal(part.Text)})");
            else if (times == 0) steps.Add($"parser.Value(out {part.Local})");
            else steps.Add($"parser.Value(out {part.TypeName} {Again(part, times)}) && {Again(part, times)} == {part.Local}");
        }

        if (key.Shards > 0) steps.Add($"parser.Literal(\"#SHARD#\")\n    && parser.Shard({CSharp.Literal(key.Shards)}, out shard)");
        steps.Add("parser.End");
        writer.Line($"return {string.Join("\n    && ", steps)};");
    }

    private static string Again(KeyPart part, int times) => part.Local + "Again" + (times > 1 ? CSharp.Literal(times) : "");

    /// <summary>The members that identify a resource, as one value.</summary>
    private static void Key(SourceWriter writer, ResourceModel resource)
    {
        var parameters = new List<string>();
        var valid = new List<string>();
        foreach (var member in resource.KeyMembers)
        {
            var name = CSharp.Identifier(member.Text);
            parameters.Add($"{member.TypeName} {name}");
            if (resource.Python is not null && member.IsText) valid.Add($"{Names.PythonKey}.{(member.Text == "Id" ? "IsId" : "IsValue")}({member.Self})");
            else if (member.Text == "Id") valid.Add($"global::GeekCafe.Identifier.IsValid({member.Self})");
            else if (member.IsText) valid.Add($"{Names.KeyText}.IsValue({member.Self})");
        }

        writer.Summary($"Identifies {RecordEmitter.Article(resource.Identity.Name)} within its tenant.");
        foreach (var member in resource.KeyMembers) writer.Line($"/// <param name=\"{member.Text}\">As in <see cref=\"{member.See(resource.Record.Name)}\"/>.</param>");
        writer.Line(Names.GeneratedCode);
        writer.Block($"{resource.Identity.Accessibility} readonly partial record struct {resource.KeyName}({string.Join(", ", parameters)}) : global::GeekCafe.IResourceKey", body =>
        {
            body.Line("/// <inheritdoc/>").Line($"public bool IsValid => {(valid.Count == 0 ? "true" : string.Join(" && ", valid))};");
            body.Line().Line("/// <inheritdoc/>").Line($"public string ToPartitionKey(string tenantId) => {resource.Keys}.PartitionKey({ShardsEmitter.Arguments(resource, Arguments(resource.Partition), Arguments(resource.Sort))});");
            body.Line().Line("/// <inheritdoc/>").Line($"public string ToSortKey(string tenantId) => {resource.Keys}.SortKey({Arguments(resource.Sort)});");
            if (resource.KeyMembers.Count != 1) return;
            var only = resource.KeyMembers[0];
            body.Line().Summary($"The key with this {CSharp.Xml(only.Text)}.");
            body.Line($"public static implicit operator {resource.KeyName}({only.TypeName} {only.Local}) => new({only.Local});");
        });
    }

    private static string Arguments(KeyModel key)
    {
        var arguments = new List<string>();
        foreach (var part in key.Members) arguments.Add(part.Text == "TenantId" ? "tenantId" : part.Self);
        return string.Join(", ", arguments);
    }

    internal static string Parameters(IReadOnlyList<KeyPart> members)
    {
        var parameters = new List<string>();
        foreach (var member in members) parameters.Add($"{member.TypeName} {member.Local}");
        return string.Join(", ", parameters);
    }

    private static string Outs(KeyModel key)
    {
        var parameters = "";
        foreach (var member in key.Members) parameters += $", out {member.TypeName} {member.Local}";
        return parameters;
    }

    private static bool HasEnum(KeyModel key)
    {
        foreach (var part in key.Parts)
        {
            if (part.EnumNames.Length > 0) return true;
        }

        return false;
    }
}
