using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Model;

/// <summary>
/// Runs steps on the service of <see cref="Pass"/> and on a dictionary, and compares every answer: uniqueness, expiry, counters, conditions of the
/// caller's own, repeated creates. What is stored is compared after every step that can change it.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="name">Makes the tenants of this run its own.</param>
public sealed class PassOracle(LocalTable table, string name)
{
    private readonly Clock _clock = new();
    private readonly Caller[] _callers = [Callers.User(name + "a", "ann"), Callers.User(name + "a", "bob"), Callers.User(name + "a", "root", "admin"), Callers.User(name + "b", "ann")];
    private readonly Dictionary<(string Tenant, string Number), Stored> _stored = [];
    private PassService? _service;

    /// <summary>A pass, deleted or expired ones too, and the repeatable create that made it.</summary>
    private sealed record Stored(Pass Pass, (string User, string Key, PassInput Input)? Made);

    private PassService Service => _service ??= new(table.Environment(clock: _clock));

    private DateTimeOffset Now => _clock.GetUtcNow();

    public void Wait(int hours) => _clock.Time += TimeSpan.FromHours(hours);

    /// <param name="who">One of the callers.</param>
    /// <param name="input">What to create.</param>
    /// <param name="hours">How long it is valid; null: for ever.</param>
    /// <param name="key">A key by which the create may be repeated, or null.</param>
    public async Task CreateAsync(int who, PassInput input, int? hours, string? key)
    {
        var caller = key is null ? _callers[who] : _callers[who].WithIdempotencyKey(key);
        input = input with { ValidUntil = hours is { } h ? Now.AddHours(h) : null };
        Created(caller, input, await Service.CreateAsync(caller, input));
    }

    public async Task BatchCreateAsync(int who, PassInput[] inputs)
    {
        var results = await Service.BatchCreateAsync(_callers[who], inputs);
        for (var i = 0; i < inputs.Length; i++) Created(_callers[who], inputs[i], results[i]);
    }

    private void Created(Caller caller, PassInput input, ServiceResult<Pass> result)
    {
        if (Present(caller, input.Number) is { } present)
        {
            var isRepeated = caller.IdempotencyKey is not null && present.Made is { } made && (made.User, made.Key) == (caller.UserId, caller.IdempotencyKey);
            if (!isRepeated) Fails(ErrorCode.AlreadyExists, result.Error);
            else if (present.Made!.Value.Input != input) Fails(ErrorCode.IdempotencyMismatch, result.Error);
            else if (present.Pass.DeletedAt is not null) Fails(ErrorCode.AlreadyExists, result.Error);
            else Same(present.Pass, result);
            return;
        }

        var pass = Made(caller, input, result.TryGet(out var stored, out _) ? stored.Id : "none");
        if (Clashes(pass) is { Count: > 0 } clashes) Taken(clashes, result.Error);
        else Store(pass, result, caller.IdempotencyKey is { } key ? (caller.UserId, key, input) : null);
    }

    public async Task PutAsync(int who, PassInput input)
    {
        var (caller, present) = (_callers[who], Present(_callers[who], input.Number));
        var result = await Service.PutAsync(caller, input);
        if (present?.Pass is { } before)
        {
            var next = Next(caller, before with { Email = input.Email, Nick = input.Nick, Team = input.Team ?? "red", Points = input.Points ?? 0, ValidUntil = null, Notes = [] });
            if (before.DeletedAt is not null) Fails(ErrorCode.AlreadyExists, result.Error);
            else if (!MayChange(caller, before)) Fails(ErrorCode.AccessDenied, result.Error);
            else if (Clashes(next) is { Count: > 0 } clashes) Taken(clashes, result.Error);
            else Store(next, After(result), present.Made);
            return;
        }

        var pass = Made(caller, input, result.TryGet(out var stored, out _) ? stored.After.Id : "none");
        if (Clashes(pass) is { Count: > 0 } taken) Taken(taken, result.Error);
        else Store(pass, After(result), null);
    }

    public async Task UpdateAsync(int who, string number, PassEdit change, PassTest? onlyIf)
    {
        var caller = _callers[who];
        var result = await Service.UpdateAsync(caller, number, change.Make(Now), onlyIf: onlyIf?.Filter);
        if (Live(caller, number) is not { } stored) Fails(ErrorCode.NotFound, result.Error);
        else if (!MayChange(caller, stored.Pass)) Fails(ErrorCode.AccessDenied, result.Error);
        else
        {
            var (next, holds) = (Next(caller, change.Apply(stored.Pass, Now)), onlyIf?.Holds(stored.Pass) ?? true);
            var clashes = Clashes(next);
            if (!holds && (clashes.Count == 0 || result.Error is { Code: ErrorCode.ConditionFailed })) Fails(ErrorCode.ConditionFailed, result.Error);
            else if (clashes.Count > 0) Taken(clashes, result.Error);
            else Store(next, result, stored.Made);
        }
    }

    public async Task EndAsync(int who, string number, bool isDelete, PassTest? onlyIf)
    {
        var caller = _callers[who];
        var result = isDelete ? await Service.DeleteAsync(caller, number, onlyIf: onlyIf?.Filter) : await Service.RestoreAsync(caller, number);
        if (Present(caller, number) is not { } stored)
        {
            Fails(ErrorCode.NotFound, result.Error);
            return;
        }

        var (pass, isDeleted) = (stored.Pass, stored.Pass.DeletedAt is not null);
        var next = Next(caller, pass) with { DeletedAt = isDelete ? Now : null, DeletedBy = isDelete ? caller.UserId : null };
        if (!MayChange(caller, pass)) Fails(isDeleted ? ErrorCode.NotFound : ErrorCode.AccessDenied, result.Error);
        else if (isDeleted == isDelete) Same(pass, result);
        else if (isDelete && onlyIf?.Holds(pass) is false) Fails(ErrorCode.ConditionFailed, result.Error);
        else if (!isDelete && Clashes(next) is { Count: > 0 } clashes) Taken(clashes, result.Error);
        else Store(next, result, stored.Made);
    }

    public async Task CountAsync(int who, string number, int by, bool isSystem)
    {
        var caller = isSystem ? Caller.ForSystem(_callers[who].TenantId, "job") : _callers[who];
        var error = (await Service.IncrementAsync(caller, number, PassCounters.Views, by)).Error;
        if (Live(caller, number) is not { } stored)
        {
            Fails(ErrorCode.NotFound, error);
            return;
        }

        Assert.Null(error);
        _stored[(caller.TenantId, number)] = stored with { Pass = stored.Pass with { Views = stored.Pass.Views + by } };
        Assert.Equal(stored.Pass.Views + by, (await Service.GetCounterAsync(caller, number, PassCounters.Views)).Data);
    }

    public async Task GetAsync(int who, string[] numbers, string email)
    {
        var caller = _callers[who];
        var results = await Service.BatchGetAsync(caller, [.. numbers.Select(static number => (PassKey)number)]);
        foreach (var (number, result) in numbers.Zip(results)) Same(Live(caller, number)?.Pass, result);
        var holder = email.Length == 0 ? null : _stored.Values.FirstOrDefault(each => each.Pass.TenantId == caller.TenantId && IsLive(each.Pass) && Lower(each.Pass.Email) == Lower(email));
        Same(holder?.Pass, await Service.GetByEmailAsync(caller, email));
    }

    public async Task ListAsync(int who, string team, PassRange range, PassTest filter, int limit, bool descending)
    {
        var caller = _callers[who];
        var expected = _stored.Values.Select(static each => each.Pass)
            .Where(pass => pass.TenantId == caller.TenantId && IsLive(pass) && pass.Team == team && range.Holds(pass) && filter.Holds(pass))
            .OrderBy(static pass => pass.Points).ThenBy(static pass => pass.Number, StringComparer.Ordinal).ToList();
        if (descending) expected.Reverse();
        var (found, cursor) = (new List<Pass>(), (string?)null);
        do
        {
            var page = (await Service.ListByTeamAsync(caller, team, range.Range & filter.Filter, new PageRequest { Limit = limit, Cursor = cursor, Descending = descending })).Data;
            found.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        Assert.Equal(expected.Select(Text), found.Select(Text));
    }

    private Pass Made(Caller caller, PassInput input, string id) => new()
    {
        Number = input.Number, Email = input.Email, Nick = input.Nick, Team = input.Team ?? "red", Points = input.Points ?? 0, ValidUntil = input.ValidUntil,
        Id = id, TenantId = caller.TenantId, Version = 1, CreatedAt = Now, CreatedBy = caller.UserId, UpdatedAt = Now, UpdatedBy = caller.UserId,
    };

    private Pass Next(Caller caller, Pass pass) => pass with { Version = pass.Version + 1, UpdatedAt = Now, UpdatedBy = caller.UserId };

    /// <summary>Which unique members of a pass that is to be live are held by other live ones.</summary>
    private HashSet<string> Clashes(Pass pass)
    {
        var others = _stored.Values.Select(static each => each.Pass).Where(each => each.TenantId == pass.TenantId && each.Number != pass.Number && IsLive(each)).ToList();
        var clashes = new HashSet<string>();
        if (pass.Email is { Length: > 0 } && others.Exists(each => Lower(each.Email) == Lower(pass.Email))) clashes.Add("email");
        if (pass.Nick is { Length: > 0 } && others.Exists(each => (each.Team, each.Nick) == (pass.Team, pass.Nick))) clashes.Add("nick");
        return clashes;
    }

    private void Store(Pass expected, ServiceResult<Pass> result, (string, string, PassInput)? made)
    {
        Same(expected, result);
        _stored[(expected.TenantId, expected.Number)] = new(expected, made);
    }

    /// <summary>What stands under a key and has not expired.</summary>
    private Stored? Present(Caller caller, string number) => _stored.TryGetValue((caller.TenantId, number), out var stored) && !IsExpired(stored.Pass) ? stored : null;

    private Stored? Live(Caller caller, string number) => Present(caller, number) is { Pass.DeletedAt: null } stored ? stored : null;

    private bool IsExpired(Pass pass) => pass.ValidUntil <= Now || pass.DeletedAt?.AddDays(2) <= Now;

    private bool IsLive(Pass pass) => pass.DeletedAt is null && !IsExpired(pass);

    private static bool MayChange(Caller caller, Pass pass) => pass.CreatedBy == caller.UserId || caller.HasRole("admin");

    private static string? Lower(string? text) => text?.ToLowerInvariant();

    private static ServiceResult<Pass> After(ServiceResult<UpdateResult<Pass>> result) => result.TryGet(out var both, out var error) ? both.After : error;

    private static void Fails(ErrorCode code, ServiceError? error) => Assert.Equal(code, error?.Code);

    private static void Taken(HashSet<string> members, ServiceError? error)
    {
        Fails(ErrorCode.AlreadyExists, error);
        Assert.All(error!.Details.Keys, member => Assert.Contains(member, members));
        Assert.NotEmpty(error.Details);
    }

    private static void Same(Pass? expected, ServiceResult<Pass> result)
    {
        if (expected is null) Fails(ErrorCode.NotFound, result.Error);
        else Assert.Equal(Text(expected), result.TryGet(out var found, out var error) ? Text(found) : error.Code.ToString());
    }

    private static string Text(Pass pass) => $"{pass with { Notes = [] }} {string.Join(",", pass.Notes)}";

    /// <summary>Stands still until a step puts it forward. In a future whose items no database removes yet.</summary>
    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Time { get; set; } = new(2100, 5, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Time;
    }
}
