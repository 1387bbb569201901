using GeekCafe.Generators.Core;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>Who writes a member.</summary>
public enum Access
{
    /// <summary>Clients and server code.</summary>
    Client,
    /// <summary>Server code only.</summary>
    Server,
    /// <summary>The service itself: identity, version, audit.</summary>
    System,
    /// <summary>Nobody: it is computed from other members and shown.</summary>
    Computed,
}

/// <summary>What a server-set member is given when its resource is created.</summary>
public enum InitialValue
{
    Declared,
    UserId,
    Now,
}

/// <summary>A stored member of a record.</summary>
public sealed record MemberModel
{
    public required string Name { get; init; }

    public required TypeModel Type { get; init; }

    public Access Access { get; init; }

    public InitialValue InitialValue { get; init; }

    /// <summary>Its place among the parameters of a positional record, or -1.</summary>
    public int Position { get; init; } = -1;

    /// <summary>The default of its parameter as C#, if it has one.</summary>
    public string? ParameterDefault { get; init; }

    /// <summary>Marked <c>required</c>.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether its initial value is something other than null or empty, so that these must be written to read back.</summary>
    public bool HasInitialContent { get; init; }

    /// <summary>Whether it has any initial value.</summary>
    public bool HasInitializer { get; init; }

    /// <summary>Whether the record declares it; if not, it is generated.</summary>
    public bool IsDeclared { get; init; } = true;

    /// <summary>Whether only the record itself can read or set it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether many count it at once, so that no other write touches it.</summary>
    public bool IsCounter { get; init; }

    /// <summary>What it follows from, as C#, if it is generated and not stored; or empty.</summary>
    public string Derived { get; init; } = "";

    /// <summary>The base record that declares it, as doc comments name it; empty if the record itself does.</summary>
    public string DeclaredIn { get; init; } = "";

    /// <summary>What doc comments call it.</summary>
    public string Cref(RecordModel record) => $"{(DeclaredIn.Length > 0 ? DeclaredIn : record.Name)}.{Identifier}";

    /// <summary>What a generated member is for.</summary>
    public string Summary { get; init; } = "";

    public EquatableArray<ValidationModel> Validation { get; init; } = [];

    /// <summary>Its name in the table; a computed member has none.</summary>
    public required string Attribute { get; init; }

    /// <summary>Its name in the API.</summary>
    public required string ApiName { get; init; }

    /// <summary>Whether everybody who sees the record sees it.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Whether its value must not get into logs.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether clients may write it and never see it.</summary>
    public bool IsWriteOnly { get; init; }

    /// <summary>Whether clients may set it at the create and never change it.</summary>
    public bool IsCreateOnly { get; init; }

    public string Local => Naming.Local(Name);

    public string Identifier => CSharp.Identifier(Name);

    /// <summary>The member of this object: qualified where a parameter or local could have its name, for those begin in lower case.</summary>
    public string Self => char.IsUpper(Name[0]) ? Name : "this." + Identifier;

    /// <summary>What stands in for its value until it is read: null, or the empty set that an absent attribute means.</summary>
    public string Blank => Type is SetType set && !IsNullable ? set.Empty : "null!";

    public bool IsPositional => Position >= 0;

    /// <summary>Whether null may be given to it and then means something.</summary>
    public bool IsNullable => Type.IsNullable;

    /// <summary>Whether it must have been given: no initial value could stand in for it.</summary>
    public bool MustBeGiven => IsRequired || (IsPositional && ParameterDefault is null && !IsNullable)
        || (!IsPositional && !IsNullable && !Type.HasDefault && !HasInitializer);
}

/// <summary>A declared rule, as a call that checks it and as its part of the manifest.</summary>
/// <param name="Call">C# with <c>{path}</c> and <c>{value}</c> to be filled in.</param>
/// <param name="Schema">What it adds to the member's schema.</param>
/// <param name="Field">A static field the call needs, or empty.</param>
public sealed record ValidationModel(string Call, EquatableArray<SchemaRule> Schema, string Field = "");

/// <summary>A member of a schema, such as <c>maxLength</c> and <c>200</c>.</summary>
/// <param name="Name">The schema's member.</param>
/// <param name="Json">Its value.</param>
public sealed record SchemaRule(string Name, string Json);
