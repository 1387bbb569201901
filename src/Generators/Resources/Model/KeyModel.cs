using System.Text;
using GeekCafe.Generators.Core;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>A part of a key: literal text, or a member's value.</summary>
/// <param name="Text">The literal, or the member's name.</param>
/// <param name="IsLiteral">Which of the two.</param>
public sealed record KeyPart(string Text, bool IsLiteral)
{
    /// <summary>The member's type in C#, without a question mark.</summary>
    public string TypeName { get; init; } = "";

    /// <summary>The format after the colon, or empty.</summary>
    public string Format { get; init; } = "";

    /// <summary>The class of names, if the member is an enum.</summary>
    public string EnumNames { get; init; } = "";

    /// <summary>How generated code gets a value that is present: a test, and the value.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The property of the member's value that holds what stands in the key, if the member is a record around it.</summary>
    public string Property { get; init; } = "";

    /// <summary>Whether the member's type is a struct.</summary>
    public bool IsValueType { get; init; }

    /// <summary>What stands in the key as the resource has it, be it null.</summary>
    public string Optional => Property.Length == 0 ? Self : $"{Self}{(IsNullable ? "?" : "")}.{Property}";

    /// <summary>What stands in the key as the resource has it, once it is known not to be null.</summary>
    public string Present => Property.Length == 0 ? Self + (IsNullable && !IsText ? ".Value" : "") : $"{Self}{(IsNullable && IsValueType ? ".Value" : "")}.{Property}";

    /// <summary>The base record that declares the member, as in <see cref="MemberModel.DeclaredIn"/>.</summary>
    public string DeclaredIn { get; init; } = "";

    /// <summary>What doc comments call the member.</summary>
    public string Cref(RecordModel record) => $"{(DeclaredIn.Length > 0 ? DeclaredIn : record.Name)}.{CSharp.Identifier(Text)}";

    public bool IsText => TypeName == "string";

    public string Local => Naming.Local(Text);

    /// <summary>The member of this object, as in <see cref="MemberModel.Self"/>.</summary>
    public string Self => char.IsUpper(Text[0]) ? Text : "this." + CSharp.Identifier(Text);

    /// <summary>The part in an interpolated string.</summary>
    public string Hole
    {
        get
        {
            if (IsLiteral) return CSharp.Interpolated(Text);
            var value = EnumNames.Length > 0 ? $"({EnumNames}.ToText({Local}))" : Local;
            return Format.Length > 0 ? $"{{{value}:{CSharp.Interpolated(Format)}}}" : $"{{{value}}}";
        }
    }
}

/// <summary>The pattern of one key.</summary>
/// <param name="Pattern">As declared.</param>
/// <param name="Parts">Its parts in order.</param>
public sealed record KeyModel(string Pattern, EquatableArray<KeyPart> Parts)
{
    /// <summary>Literal text before the first value: what all keys of the resource begin with.</summary>
    public string Prefix => Parts.Count > 0 && Parts[0].IsLiteral ? Parts[0].Text : "";

    /// <summary>The members in the order of their first use.</summary>
    public IReadOnlyList<KeyPart> Members
    {
        get
        {
            var members = new List<KeyPart>();
            foreach (var part in Parts)
            {
                if (!part.IsLiteral && !members.Exists(known => known.Text == part.Text)) members.Add(part);
            }

            return members;
        }
    }

    /// <summary>Whether the values can be read back from the key: formatted ones cannot.</summary>
    public bool IsReversible
    {
        get
        {
            foreach (var part in Parts)
            {
                if (part.Format.Length > 0) return false;
            }

            return Parts.Count > 0;
        }
    }

    /// <summary>The pattern with every value as a star: two keys can be equal only if their shapes can.</summary>
    public string Shape
    {
        get
        {
            var shape = new StringBuilder();
            foreach (var part in Parts) shape.Append(part.IsLiteral ? part.Text : "*");
            return shape.ToString();
        }
    }
}

/// <summary>An access pattern through a global secondary index.</summary>
public sealed record IndexModel(string Name, string Physical, KeyModel Partition, KeyModel Sort, string? Route, bool CrossTenant)
{
    public string PartitionAttribute => Physical + "_pk";

    public string SortAttribute => Physical + "_sk";
}
