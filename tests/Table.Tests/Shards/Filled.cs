using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Shards;

/// <summary>Many items at once, and all pages of a list.</summary>
internal static class Filled
{
    public static string Id(int number) => $"{number:D6}";

    /// <summary>Stores items as they are.</summary>
    public static async Task WithAsync<T>(ServiceEnvironment environment, Caller caller, params IEnumerable<T> items) where T : class, IResource<T>
    {
        var table = new DynamoTable(environment.Client, environment.TableName);
        foreach (var problem in await table.BatchPutItemsAsync([.. items], TableCall.For(caller, default))) Assert.Null(problem);
    }

    /// <summary>A reading as it is stored.</summary>
    public static Reading Reading(Caller caller, string id, int level = 0, string device = "d", bool isDeleted = false) => new()
    {
        Id = id, TenantId = caller.TenantId, Version = 1, CreatedBy = caller.UserId, Level = level, Device = device,
        DeletedAt = isDeleted ? DateTimeOffset.UnixEpoch : null, DeletedBy = isDeleted ? caller.UserId : null,
    };

    /// <summary>All pages, each of the size that is asked for next.</summary>
    public static async Task<List<Page<T>>> WalkAsync<T>(Func<PageRequest, Task<ServiceResult<Page<T>>>> list, bool descending, params int[] sizes)
    {
        var pages = new List<Page<T>>();
        string? cursor = null;
        do
        {
            var page = (await list(new PageRequest { Limit = sizes[pages.Count % sizes.Length], Cursor = cursor, Descending = descending })).Data;
            pages.Add(page);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return pages;
    }
}
