// An operation outside of a service.
using System.Threading.Tasks;

namespace Mistakes.GCG0080;

public static class Reports
{
    [HttpOperation("GET", "/reports/latest")]
    public static Task<ServiceResult<NoContent>> LatestAsync(Caller caller) => throw new NotSupportedException();
}
