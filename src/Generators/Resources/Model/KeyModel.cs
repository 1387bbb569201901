using System.Text;
using GeekCafe.Generators.Core;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>A part of a key: literal text, or a member's value.</summary>
/// <param name="Text">The literal, or the member's name; of a nested member the names along its path, joined.</param>
/// <param name="IsLiteral">Which of the two.</param>
public sealed record KeyPart(string Text, bool IsLiteral)
{
    /// <summary>The member's type in C#, without a question mark.</summary>
    public string TypeName { get; init; } = "";

    /// <summary>The format after the colon, or empty.</summary>
    public string Format { get; init; } = "";

    /// <summary>The class of names, if the member is an enum.</summary>
    public string EnumNames { get; init; } = "";

    /// <summary>Whether there may be no value: null, or null along the path.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether the member itself is a nullable value.</summary>
    public bool IsNullableValue { get; init; }

    /// <summary>The path to a nested member, such as <c>Location.City</c>, or to what a record wraps; empty for a member of the resource itself.</summary>
    public string Path { get; init; } = "";

    /// <summary>The same path where null may stand in it, such as <c>Location?.City</c>.</summary>
    public string NullablePath { get; init; } = "";

    /// <summary>The record that declares a nested or inherited member; empty for a member of the resource itself.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The member's own name, where <see cref="Text"/> is that of a path.</summary>
    public string Leaf { get; init; } = "";

    /// <summary>As what the member stands in a key of several attributes.</summary>
    public StoredKey? Stored { get; init; }

    /// <summary>The statement that writes it as such an attribute, from its local.</summary>
    public string Write { get; init; } = "";

    /// <summary>Whether the value stands in lower case.</summary>
    public bool IgnoresCase { get; init; }

    public bool IsText => TypeName == "string";

    public string Local => Naming.Local(Text);

    /// <summary>The member of this object, as in <see cref="MemberModel.Self"/>.</summary>
    public string Self => char.IsUpper(Text[0]) ? Text : "this." + CSharp.Identifier(Text);

    /// <summary>The attribute it is stored as, if it is a member of the resource itself; or empty.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>What to test for a value, in the resource.</summary>
    public string Tested => Path.Length > 0 ? NullablePath : Self;

    /// <summary>The value, in the resource, once it is known to be there.</summary>
    public string Value => (Path.Length > 0 ? Path : Self) + (IsNullableValue ? ".Value" : "");

    /// <summary>What a comment refers to.</summary>
    /// <param name="record">The resource's record.</param>
    public string See(string record) => $"{(Owner.Length > 0 ? Owner : record)}.{CSharp.Identifier(Leaf.Length > 0 ? Leaf : Text)}";

    /// <summary>The part in an interpolated string.</summary>
    public string Hole
    {
        get
        {
            if (IsLiteral) return CSharp.Interpolated(Text);
            var value = EnumNames.Length > 0 ? $"({EnumNames}.ToText({Local}))" : IgnoresCase ? Local + ".ToLowerInvariant()" : Local;
            return Format.Length > 0 ? $"{{{value}:{CSharp.Interpolated(Format)}}}" : $"{{{value}}}";
        }
    }
}

/// <summary>The pattern of one key.</summary>
/// <param name="Pattern">As declared.</param>
/// <param name="Parts">Its parts in order.</param>
public sealed record KeyModel(string Pattern, EquatableArray<KeyPart> Parts)
{
    /// <summary>How many shards a partition has; 0 if it is not sharded.</summary>
    public int Shards { get; init; }

    /// <summary>Whether values stand in it as the Python SDK writes them.</summary>
    public bool IsPython { get; init; }

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

    /// <summary>Whether the values can be read back from the key: formatted ones cannot, and what is in lower case.</summary>
    public bool IsReversible
    {
        get
        {
            foreach (var part in Parts)
            {
                if (part.Format.Length > 0) return false;
            }

            return Parts.Count > 0 && !IsPython;
        }
    }

    /// <summary>The pattern with every value as a star: two keys can be equal only if their shapes can.</summary>
    public string Shape
    {
        get
        {
            var shape = new StringBuilder();
            foreach (var part in Parts) shape.Append(part.IsLiteral ? part.Text : "*");
            if (Shards > 0) shape.Append("#SHARD#*");
            return shape.ToString();
        }
    }
}
