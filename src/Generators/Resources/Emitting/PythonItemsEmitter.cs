using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes what differs where items are those of the Python SDK.</summary>
internal static class PythonItemsEmitter
{
    /// <summary>A member, if it is stored; an item that has no time of modification is to keep having none, for it is its version.</summary>
    public static void Member(SourceWriter writer, ResourceModel resource, MemberModel member)
    {
        if (member.Derived.Length > 0) return;
        if (resource.Python is null || member.Name is not ("CreatedAt" or "UpdatedAt")) MemberWriting.ToItem(writer, member);
        else writer.Line($"if ({member.Self} != default) {member.Type.WriteValue(Types.Format.Item, $"item.Name({CSharp.Utf8(member.Attribute)})", member.Self)};");
    }

    /// <summary>What every model of the Python SDK has.</summary>
    public static void Constants(SourceWriter writer, ResourceModel resource)
    {
        if (resource.Python is null) return;
        writer.Line("item.Name(\"model_version\"u8).Value(\"1.0.0\");");
        writer.Line("item.Name(\"version\"u8).Value(1.0);");
    }

    /// <summary>That rows are the tenant's and have exactly the texts asked for, since keys do not tell texts from others in another case.</summary>
    public static string Rows(KeyModel partition)
    {
        var values = new List<string> { "(\"tenant_id\", caller.TenantId)" };
        foreach (var member in partition.Members)
        {
            if (member.IsText && member.Text != "TenantId") values.Add($"({CSharp.Literal(member.Attribute)}, {member.Local})");
        }

        return $"global::GeekCafe.RowCondition.Of({string.Join(", ", values)})";
    }
}
