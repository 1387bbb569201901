using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Resources.Parsing;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes typed ranges of each list: <c>Event.Sort.g.cs</c>.</summary>
internal static class SortEmitter
{
    public static SourceWriter? Emit(ResourceModel resource) => !resource.HasConditions ? null : resource.Identity.File(writer =>
    {
        writer.Summary($"Ranges of the lists of {CSharp.Xml(resource.Name)}, by the members of their sort keys in order.").Line(Names.GeneratedCode);
        writer.Block($"{resource.Identity.Accessibility} static class {resource.Identity.Name}Sort", body =>
        {
            Order(body, resource, resource.Primary);
            foreach (var index in resource.Indexes)
            {
                if (index.IsListed) Order(body.Line(), resource, index);
            }
        });
    });

    private static void Order(SourceWriter writer, ResourceModel resource, IndexModel list)
    {
        var name = list.OrderName;
        var order = $"{resource.Identity.Sibling("Sort")}.{name}";
        var arguments = $"{resource.Identity.FullName}, {order}";
        writer.Summary($"Ranges of <see cref=\"{resource.ServiceName}.List{list.Name}Async(global::GeekCafe.Caller, {Parameters(list)}global::GeekCafe.PageRequest, global::System.Threading.CancellationToken)\"/>: <c>{CSharp.Xml(list.Sort.Pattern)}</c>.");
        writer.Block($"public sealed class {name}", body =>
        {
            body.Line($"private {name}()").Line("{").Line("}");
            var members = Usable(list);
            if (members.Count == 0) return;
            Member(body.Line(), list, members, 0, name, arguments, $"public static", Initial(list));
            for (var i = 0; i + 1 < members.Count; i++) Next(body.Line(), list, members, i, name, arguments);
        });
    }

    /// <summary>The range of one value of a member, from which the next member is reached.</summary>
    private static void Next(SourceWriter writer, IndexModel list, List<int> members, int at, string outer, string arguments)
    {
        var type = list.Sort.Parts[members[at]].Text + "Range";
        writer.Summary($"One {CSharp.Xml(list.Sort.Parts[members[at]].Text)}, and what follows it.");
        writer.Block($"public sealed class {type} : global::GeekCafe.SortRange<{arguments}>", body =>
        {
            body.Line("private readonly string _text;").Line();
            body.Line($"internal {type}(string text) : base(text, isWhole: false) => _text = text;").Line();
            Member(body, list, members, at + 1, type, arguments, "public", "_text");
        });
    }

    private static void Member(SourceWriter writer, IndexModel list, List<int> members, int at, string outer, string arguments, string modifiers, string before)
    {
        var part = list.Sort.Parts[members[at]];
        var range = $"global::GeekCafe.SortRange<{arguments}>";
        var goesOn = at + 1 < members.Count;
        var next = goesOn ? part.Text + "Range" : range;
        var literal = members[at] + 1 < list.Sort.Parts.Count ? list.Sort.Parts[members[at] + 1].Text : "";
        var isWhole = members[at] + 2 >= list.Sort.Parts.Count;
        var text = literal.Length > 0 ? $"text + {CSharp.Literal(literal)}" : "text";
        var then = goesOn ? $"static text => new({text})" : $"static text => new({text}, isWhole: {(isWhole ? "true" : "false")})";
        var value = part.EnumNames.Length > 0 ? $"({part.EnumNames}.ToText(value))" : "value";
        var hole = part.Format.Length > 0 ? $"{{value:{CSharp.Interpolated(part.Format)}}}" : $"{{{value}}}";
        var encode = part.IsText ? "" : $"static value => {Names.KeyText}.Create($\"{hole}\"), ";
        var type = part switch
        {
            { IsText: true } => $"global::GeekCafe.SortText<{arguments}, {next}>",
            _ when SortFormats.Sorts(part) => $"global::GeekCafe.SortMember<{arguments}, {part.TypeName}, {next}>",
            _ => $"global::GeekCafe.SortValue<{arguments}, {part.TypeName}, {next}>",
        };
        var format = part.Format.Length > 0 ? $", as <c>{CSharp.Xml(part.Format)}</c>" : "";
        var name = part.Text == outer ? part.Text + "Value" : CSharp.Identifier(part.Text);
        writer.Summary($"By {CSharp.Xml(part.Text)}{format}.");
        writer.Line($"{modifiers} {type} {name} => new({before}, {encode}{then});");
    }

    private static string Initial(IndexModel list) => CSharp.Literal(list.Sort.Prefix);

    /// <summary>
    /// Where in the pattern the members stand that a range can be given for: up to the first whose value is known already, from the caller or the
    /// partition.
    /// </summary>
    private static List<int> Usable(IndexModel list)
    {
        var known = new HashSet<string>(StringComparer.Ordinal) { "TenantId" };
        foreach (var member in list.Partition.Members) known.Add(member.Text);
        var usable = new List<int>();

        // Keys of several attributes are no texts to make ranges of.
        if (list.Kind == IndexKind.Composite) return usable;
        for (var i = 0; i < list.Sort.Parts.Count; i++)
        {
            if (list.Sort.Parts[i].IsLiteral) continue;
            if (!known.Add(list.Sort.Parts[i].Text)) break;
            usable.Add(i);
        }

        return usable;
    }

    private static string Parameters(IndexModel list)
    {
        var parameters = "";
        foreach (var member in list.Partition.Members)
        {
            if (member.Text != "TenantId") parameters += member.TypeName + ", ";
        }

        return parameters;
    }
}
