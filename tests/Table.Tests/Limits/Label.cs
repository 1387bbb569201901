using System.Numerics;

namespace GeekCafe.Table.Tests.Limits;

/// <summary>Something with a unique text, numbers, and a composite key of texts.</summary>
[Resource("limits-labels")]
[PrimaryKey("TENANT#{TenantId}", "LIMITS-LABEL#{Id}")]
[CompositeIndex("ByText", ["TenantId"], [nameof(LabelText), nameof(LabelNote)], Index = "limits_text")]
[Conditions]
public partial record Label
{
    [Unique] public string? Name { get; init; }

    public string? LabelText { get; init; }

    public string? LabelNote { get; init; }

    public BigInteger Whole { get; init; }

    public double Fraction { get; init; }

    public int Count { get; init; }
}
