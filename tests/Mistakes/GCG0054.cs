// A rule that needs the whole.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0054;

[Resource("letters")]
[PrimaryKey("TENANT#{TenantId}", "LETTER#{Id}")]
public partial record Letter
{
    public string Text { get; init; } = "";
    public bool IsSealed { get; init; }
}

public partial class LetterService
{
    protected override ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, Letter resource, CancellationToken cancellationToken) =>
        ValueTask.FromResult(!resource.IsSealed);
}

[ProjectionOf<Letter>]
public partial record LetterCard
{
    public string Text { get; init; } = "";
}
