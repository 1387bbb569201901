using GeekCafe.Generators.Core;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>What the audit trail of a resource keeps.</summary>
/// <param name="NameOnly">Attributes whose values it does not keep.</param>
public sealed record AuditModel(EquatableArray<string> NameOnly);
