using System.Globalization;
using System.Text.Json;
using CsCheck;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Keys;

/// <summary>Whatever is done to an item, its index keys are those of the record it has become.</summary>
public abstract class UpdateTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly Gen<string> Word = One("", "a", "A b", "É#1", "zoë", "$");

    private static readonly Gen<Venue?> Place = Gen.Select(One("Rome", "", "Å#"), One<TimeOnly?>(null, new(9, 30), new(0, 0)), Gen.Int[0, 3],
        static (city, opens, none) => none == 0 ? null : new Venue { City = city, Opens = opens });

    private static readonly Gen<Ticket> Any = Gen.Select(Word, One<string?>(null, "", "Ann@x", "ann@X", "b#@"), Gen.Int[0, 7], Place, One<DateOnly?>(null, new(2026, 1, 31), new(2026, 2, 1)),
        static (title, email, number, venue, due) => new Ticket { Title = title, Email = email, Number = number, Venue = venue, Due = due });

    private static readonly Gen<(string Action, Ticket Values)[]> Actions =
        Gen.Select(One("with", "patch", "replace", "delete", "restore"), Any).Array[1, 6];

    private static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private TicketService Tickets => new(Environment);

    [Fact]
    public Task Index_keys_are_right_after_any_updates() => Gen.Select(Any, Actions).SampleAsync(async (first, actions) =>
    {
        var created = (await Tickets.CreateAsync(Ann, Input(first))).Data;
        var current = created;
        foreach (var (action, values) in actions) current = (await DoAsync(action, current.Id, values)).Or(current);

        var stored = await RawAsync(current.Id);
        foreach (var (attribute, expected) in Expected(current)) Assert.Equal(expected, stored.GetValueOrDefault(attribute));

        var live = current.DeletedAt is null;
        Assert.Equal(Has(current, "gsi1_pk"), await FindsAsync(current, page => Tickets.ListByEmailAsync(Ann, current.Email!.ToUpperInvariant(), page), current.Email));
        Assert.Equal(Has(current, "gsi2_pk"), await FindsAsync(current, page => Tickets.ListByCityAsync(Ann, current.Venue!.City, page), current.Venue?.City));
        Assert.Equal(Has(current, "gsi3_pk"), await FindsAsync(current, page => Tickets.ListByMonthAsync(Ann, page), "x"));
        Assert.Equal(Has(current, "lsi1_sk"), await FindsAsync(current, page => Tickets.ListByTitleAsync(Ann, page), "x"));
        Assert.Equal(live, await FindsAsync(current, page => Tickets.ListAsync(Ann, page), "x"));
    }, iter: 60, threads: 1);

    /// <summary>The keys as docs/keys.md describes them, from the record alone.</summary>
    private static Dictionary<string, string?> Expected(Ticket ticket)
    {
        var id = Escaped(ticket.Id);
        var live = ticket.DeletedAt is null;
        var byEmail = live && ticket.Email is { Length: > 0 };
        var byCity = live && ticket.Venue is { City.Length: > 0, Opens: not null };
        var byMonth = live && ticket.Due is not null && ticket.Number % 3 != 0;
        return new()
        {
            ["gsi1_pk"] = byEmail ? $"TENANT#t1#KEYSEMAIL#{Escaped(ticket.Email!.ToLowerInvariant())}" : null,
            ["gsi1_sk"] = byEmail ? $"KEYSTICKET#{ticket.Number.ToString("00000000", CultureInfo.InvariantCulture)}#{id}" : null,
            ["gsi2_pk"] = byCity ? $"TENANT#t1#KEYSCITY#{Escaped(ticket.Venue!.City)}" : null,
            ["gsi2_sk"] = byCity ? $"KEYSTICKET#{ticket.Venue!.Opens:HH:mm:ss.fffffff}#{id}" : null,
            ["gsi3_pk"] = byMonth ? "TENANT#t1" : null,
            ["gsi3_sk"] = byMonth ? $"KEYSMONTH#{ticket.Due:yyyy-MM}#{Escaped($"{ticket.Title}/{ticket.Number % 3}")}#{id}" : null,
            ["lsi1_sk"] = live && ticket.Title.Length > 0 ? $"KEYSTITLE#{Escaped(ticket.Title.ToLowerInvariant())}#{id}" : null,
        };
    }

    private static bool Has(Ticket ticket, string attribute) => Expected(ticket)[attribute] is not null;

    private static string Escaped(string text) => string.Concat(text.Select(static each => each <= '$' ? $"${(int)each:X2}" : $"{each}"));

    private Task<ServiceResult<Ticket>> DoAsync(string action, string id, Ticket values) => action switch
    {
        "with" => Tickets.UpdateAsync(Ann, id, current => current with { Title = values.Title, Email = values.Email, Venue = values.Venue, Number = values.Number }),
        "patch" => Tickets.PatchAsync(Ann, id, new() { Email = values.Email, Due = values.Due, Venue = values.Venue is null ? null : new() { City = values.Venue.City, Opens = values.Venue.Opens } }),
        "replace" => Tickets.ReplaceAsync(Ann, id, Input(values)),
        "delete" => Tickets.DeleteAsync(Ann, id),
        _ => Tickets.RestoreAsync(Ann, id),
    };

    private static TicketInput Input(Ticket ticket) => new() { Title = ticket.Title, Email = ticket.Email, Number = ticket.Number, Venue = ticket.Venue, Due = ticket.Due };

    private static async Task<bool> FindsAsync(Ticket ticket, Func<PageRequest, Task<ServiceResult<Page<Ticket>>>> list, string? partition)
    {
        if (partition is not { Length: > 0 }) return false;
        string? cursor = null;
        do
        {
            var page = (await list(new() { Limit = 100, Cursor = cursor })).Data;
            if (page.Items.Any(item => item.Id == ticket.Id)) return true;
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return false;
    }

    private async Task<Dictionary<string, string?>> RawAsync(string id)
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(new { TableName = Table.Name, ConsistentRead = true, Key = new { pk = new { S = "TENANT#t1" }, sk = new { S = TicketKeys.SortKey(id) } } });
        using var reply = await Table.Transport.SendAsync(DynamoOperation.GetItem, request, default);
        using var json = JsonDocument.Parse(reply.Body);
        return json.RootElement.GetProperty("Item").EnumerateObject().ToDictionary(static each => each.Name, static each => each.Value.TryGetProperty("S", out var text) ? text.GetString() : null);
    }
}

internal static class Results
{
    /// <summary>The data; what was there if nothing could be done, such as restoring what is live.</summary>
    public static T Or<T>(this ServiceResult<T> result, T current)
    {
        if (result.IsSuccess) return result.Data;
        Assert.Contains(result.Error!.Code, (ErrorCode[])[ErrorCode.NotFound, ErrorCode.Conflict]);
        return current;
    }
}

public sealed class UpdatesOnDynoxide : UpdateTests<Dynoxide>;

public sealed class UpdatesOnDynamoDbLocal : UpdateTests<Amazons>;
