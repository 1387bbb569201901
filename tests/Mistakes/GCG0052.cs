// A part of what is no resource.
namespace Mistakes.GCG0052;

public partial record Page
{
    public string Text { get; init; } = "";
}

[ProjectionOf<Page>]
public partial record PageCard
{
    public string Text { get; init; } = "";
}
