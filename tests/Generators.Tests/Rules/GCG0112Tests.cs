using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0112Tests
{
    [Theory]
    [InlineData("public Caller? [|_last|];", "_last", "Caller")]
    [InlineData("public Caller? [|Last|] { get; set; }", "Last", "Caller")]
    [InlineData("public static CancellationToken [|_token|];", "_token", "CancellationToken")]
    [InlineData("public readonly List<Caller> [|_callers|] = [];", "_callers", "Caller")]
    [InlineData("public readonly Dictionary<string, ServiceResult<Thing>> [|_answers|] = [];", "_answers", "ServiceResult")]
    [InlineData("public ServiceTransaction[] [|_open|] = [];", "_open", "ServiceTransaction")]
    public void A_service_keeps_nothing_of_a_request(string member, string name, string kept) => Findings.AssertOne("GCG0112",
        $"'ThingService.{name}' keeps a {kept} of one request, but one 'ThingService' serves all callers at once: hand it on as a parameter",
        Usage.Service(member));

    [Fact]
    public void Nor_does_a_store_of_keys() => Findings.AssertOne("GCG0112",
        "'Ids.Caller' keeps a Caller of one request, but one 'Ids' serves all callers at once: hand it on as a parameter",
        Usage.Of("public sealed class Ids(Caller caller) : IIdGenerator { public Caller [|Caller|] { get; } = caller; public string NewId(DateTimeOffset now) => Caller.TenantId; }"));

    [Theory]
    [InlineData("public Func<Caller, bool> Rule = static caller => caller.IsSystem;")]
    [InlineData("public readonly AsyncLocal<Caller> Current = new();")]
    [InlineData("public readonly TimeSpan Patience = TimeSpan.FromSeconds(1);")]
    [InlineData("public Caller System => Caller.ForSystem(\"t\", \"why\");")]
    public void What_belongs_to_nobody_it_may_keep(string member) => Findings.AssertNone(Usage.Service(member));

    [Fact]
    public void An_object_of_one_request_keeps_its_caller() => Findings.AssertNone(Usage.Of(
        "public sealed class Session(Caller caller) { public Caller Caller { get; } = caller; private readonly List<Caller> _others = []; public int Count => _others.Count; }"));
}
