using GeekCafe.Generators.Core;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>A part of a resource that is read alone.</summary>
/// <param name="Record">The record.</param>
/// <param name="Resource">The resource in full.</param>
/// <param name="IsForAnyone">Whether every caller of the tenant may read the resource.</param>
/// <param name="Owners">Attributes that name users who may read it.</param>
/// <param name="Roles">Roles that may read it.</param>
public sealed record ProjectionModel(RecordModel Record, string Resource, bool IsForAnyone, EquatableArray<string> Owners, EquatableArray<string> Roles)
{
    public TypeIdentity Identity => Record.Identity;
}
