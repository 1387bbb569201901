namespace GeekCafe;

/// <summary>
/// A member that must not get into logs: <c>ToString()</c> of the record, its input and its patch shows <c>***</c>. Texts of errors never hold values
/// of members, sensitive or not.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class SensitiveAttribute : Attribute
{
    /// <summary>Clients may write it and never see it: it is in no answer. Default false.</summary>
    public bool Hidden { get; set; }
}
