using CsCheck;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Model;

/// <summary>A step of a sequence on passes.</summary>
public sealed record PassStep(string Name, Func<PassOracle, Task> RunAsync)
{
    public override string ToString() => Name;
}

/// <summary>A change, as the service is told it and as the model makes it.</summary>
public sealed record PassEdit(string Name, Func<DateTimeOffset, Change<Pass>> Make, Func<Pass, DateTimeOffset, Pass> Apply);

/// <summary>A filter, and what it says.</summary>
public sealed record PassTest(string Name, Filter<Pass> Filter, Func<Pass, bool> Holds);

/// <summary>A range of the list by team, and what it says.</summary>
public sealed record PassRange(string Name, ListCondition<Pass, PassSort.ByTeam> Range, Func<Pass, bool> Holds);

/// <summary>Random steps, of few values, so that they meet.</summary>
public static class Passes
{
    private static readonly Gen<int> Who = Any.Of(0, 0, 0, 1, 1, 2, 3);
    private static readonly Gen<string> Number = Any.Of("1", "2", "3", "10");
    private static readonly Gen<string?> Email = Any.Of(null, "", "a@x", "A@x", "b@x");
    private static readonly Gen<string?> Nick = Any.Of(null, "x", "y");
    private static readonly Gen<string> Team = Any.Of("red", "red", "blue");
    private static readonly Gen<int?> Hours = Any.Of<int?>(null, null, 0, 1, 30);

    private static readonly Gen<PassInput> Input = Gen.Select(Number, Email, Nick, Team, Gen.Int[-2, 3],
        static (number, email, nick, team, points) => new PassInput { Number = number, Email = email, Nick = nick, Team = team, Points = points });

    private static readonly Gen<PassEdit> One = Gen.OneOf(
        Email.Select(static to => new PassEdit($"email {to}", _ => PassChange.Email.Set(to), (pass, _) => pass with { Email = to })),
        Nick.Select(static to => new PassEdit($"nick {to}", _ => PassChange.Nick.SetIfNull(to), (pass, _) => pass with { Nick = pass.Nick ?? to })),
        Team.Select(static to => new PassEdit($"team {to}", _ => PassChange.Team.Set(to), (pass, _) => pass with { Team = to })),
        Gen.Int[-3, 3].Select(static by => new PassEdit($"points {by}", _ => PassChange.Points.Increment(by), (pass, _) => pass with { Points = pass.Points + by })),
        Hours.Select(static hours => new PassEdit($"valid {hours}", now => PassChange.ValidUntil.Set(now.AddHours(hours ?? 99)), (pass, now) => pass with { ValidUntil = now.AddHours(hours ?? 99) })),
        Gen.Const(new PassEdit("valid for ever", static _ => PassChange.ValidUntil.Set(null), static (pass, _) => pass with { ValidUntil = null })),
        Gen.Const(new PassEdit("append", static _ => PassChange.Notes.Append("n"), static (pass, _) => pass with { Notes = [.. pass.Notes, "n"] })),
        Gen.Const(new PassEdit("remove", static _ => PassChange.Notes.Remove("n"), static (pass, _) => pass with { Notes = [.. pass.Notes.Where(static note => note != "n")] })));

    private static readonly Gen<PassEdit> Change = Gen.Select(One, One, static (a, b) =>
        new PassEdit($"{a.Name} + {b.Name}", now => a.Make(now) + b.Make(now), (pass, now) => b.Apply(a.Apply(pass, now), now)));

    private static readonly Gen<PassTest> Filter = Gen.OneOf(
        Gen.Int[-2, 3].Select(static points => new PassTest($"points >= {points}", PassFilter.Points.AtLeast(points), pass => pass.Points >= points)),
        Gen.Int[-2, 3].Select(static points => new PassTest($"points not in {points}, 1", !PassFilter.Points.In(points, 1), pass => pass.Points != points && pass.Points != 1)),
        Nick.Select(static nick => new PassTest($"nick is {nick}", PassFilter.Nick.Is(nick), pass => pass.Nick == nick)),
        Gen.Const(new PassTest("views or notes", PassFilter.Views.After(0) | PassFilter.Notes.Contains("n"), static pass => pass.Views > 0 || pass.Notes.Contains("n"))),
        Gen.Const(new PassTest("anything", PassFilter.Number.IsNotNull(), static _ => true)));

    private static readonly Gen<PassRange> Range = Gen.Select(Gen.Int[-2, 3], Gen.Int[-2, 3], Gen.Int[0, 6], static (low, high, shape) => shape switch
    {
        0 => new PassRange($"at least {low}", PassSort.ByTeam.Points.AtLeast(low), pass => pass.Points >= low),
        1 => new PassRange($"after {low}", PassSort.ByTeam.Points.After(low), pass => pass.Points > low),
        2 => new PassRange($"at most {low}", PassSort.ByTeam.Points.AtMost(low), pass => pass.Points <= low),
        3 => new PassRange($"before {low}", PassSort.ByTeam.Points.Before(low), pass => pass.Points < low),
        4 => new PassRange($"{low} to {high}", PassSort.ByTeam.Points.Between(low, high), pass => pass.Points >= low && pass.Points <= high),
        5 => new PassRange($"{low}, number from 1", PassSort.ByTeam.Points.Is(low).Number.After("1"), pass => pass.Points == low && string.CompareOrdinal(pass.Number, "1") > 0),
        _ => new PassRange($"is {low}", PassSort.ByTeam.Points.Is(low), pass => pass.Points == low),
    });

    private static readonly Gen<PassTest?> OnlyIf = Gen.Frequency((2, Any.Of<PassTest?>((PassTest?)null)), (1, Filter.Select(static filter => (PassTest?)filter)));

    public static Gen<PassStep[]> Sequences { get; } = Gen.Frequency(
        (6, Gen.Select(Who, Input, Hours, Any.Of(null, null, "k", "l"), static (who, input, hours, key) =>
            new PassStep($"create {who} {input} {hours} {key}", oracle => oracle.CreateAsync(who, input, hours, key)))),
        (1, Gen.Select(Who, Input.Array[1, 3], static (who, inputs) => new PassStep($"create {who} {string.Join(" and ", inputs.AsEnumerable())}", oracle => oracle.BatchCreateAsync(who, inputs)))),
        (2, Gen.Select(Who, Input, static (who, input) => new PassStep($"put {who} {input}", oracle => oracle.PutAsync(who, input)))),
        (6, Gen.Select(Who, Number, Change, OnlyIf, static (who, number, change, onlyIf) =>
            new PassStep($"update {who} {number} {change.Name} if {onlyIf?.Name}", oracle => oracle.UpdateAsync(who, number, change, onlyIf)))),
        (3, Gen.Select(Who, Number, OnlyIf, static (who, number, onlyIf) => new PassStep($"delete {who} {number} if {onlyIf?.Name}", oracle => oracle.EndAsync(who, number, true, onlyIf)))),
        (3, Gen.Select(Who, Number, static (who, number) => new PassStep($"restore {who} {number}", oracle => oracle.EndAsync(who, number, false, null)))),
        (2, Gen.Select(Who, Number, Gen.Int[-2, 3], Gen.Bool, static (who, number, by, isSystem) =>
            new PassStep($"count {who} {number} {by} {isSystem}", oracle => oracle.CountAsync(who, number, by, isSystem)))),
        (2, Gen.Select(Who, Number.Array[1, 4], Any.Of("a@x", "A@X", "b@x", ""), static (who, numbers, email) =>
            new PassStep($"get {who} {string.Join(" ", numbers)} {email}", oracle => oracle.GetAsync(who, numbers, email)))),
        (2, Gen.Select(Gen.Select(Who, Team), Range, Filter, Gen.Int[1, 3], Gen.Bool, static (of, range, filter, limit, descending) =>
            new PassStep($"list {of} {range.Name} {filter.Name} {limit} {descending}", oracle => oracle.ListAsync(of.Item1, of.Item2, range, filter, limit, descending)))),
        (2, Any.Of(1, 2, 48).Select(static hours => new PassStep($"wait {hours}", oracle =>
        {
            oracle.Wait(hours);
            return Task.CompletedTask;
        })))).Array[8, 40];
}
