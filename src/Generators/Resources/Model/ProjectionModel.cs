using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>A part of a resource that is read alone.</summary>
/// <param name="Record">The record. Its members have the names, in the table and in the API, that they have in the resource.</param>
/// <param name="Resource">The resource in full.</param>
/// <param name="IsForAnyone">Whether every caller of the tenant may read the resource.</param>
/// <param name="Owners">Attributes that name users who may read it.</param>
/// <param name="Roles">Roles that may read it.</param>
public sealed record ProjectionModel(RecordModel Record, string Resource, bool IsForAnyone, EquatableArray<string> Owners, EquatableArray<string> Roles)
{
    public TypeIdentity Identity => Record.Identity;

    /// <summary>Attributes that list users who may read it.</summary>
    public EquatableArray<string> Members { get; init; } = [];

    /// <summary>The attribute that says when an item expires, if one does.</summary>
    public string? Expiry { get; init; }

    /// <summary>How it is read from keys alone, if an index holds nothing else and they tell enough.</summary>
    public KeyReading? Keys { get; init; }

    /// <summary>What users wrote of what is generated for it.</summary>
    public EquatableArray<MemberSignature> ByHand { get; init; } = [];

    /// <summary>Attributes that its rules look at.</summary>
    public IReadOnlyList<string> RuleAttributes => Expiry is null ? [.. Owners, .. Members] : [.. Owners, .. Members, Expiry];
}

/// <summary>How the members of a primary key are read from it.</summary>
/// <param name="Class">The class of keys in full.</param>
/// <param name="Partition">The members of the partition key, in the order in which they are parsed; empty: passed over.</param>
/// <param name="Sort">The same for the sort key.</param>
public sealed record KeyReading(string Class, EquatableArray<string> Partition, EquatableArray<string> Sort);
