// A route that hides another.
using System.Threading.Tasks;

namespace Mistakes.GCG0103;

[Resource("articles")]
[PrimaryKey("TENANT#{TenantId}", "ARTICLE#{Slug}")]
public partial record Article
{
    public required string Slug { get; init; }
}

public partial class ArticleService
{
    [HttpOperation("GET", "/articles/latest")]
    public Task<ServiceResult<Article>> LatestAsync(Caller caller) => throw new NotSupportedException();
}
