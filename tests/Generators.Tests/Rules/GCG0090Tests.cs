using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0090Tests
{
    [Theory]
    [InlineData("OwnerId")]
    [InlineData("Numbers")]
    [InlineData("Shown")]
    [InlineData("Nobody")]
    [InlineData("Guest", "; did you mean 'Guests'?")]
    public void Users_are_listed_by_a_stored_list_of_texts(string member, string advice = "") => Findings.AssertOne("GCG0090",
        $"'{member}' cannot list who may use 'Thing': Members must name a stored list or set of string{advice}", Source($"[|Members = \"{member}\"|]"));

    [Theory]
    [InlineData("Guests")]
    [InlineData("Hosts")]
    public void Lists_and_sets_of_texts_do(string member) => Findings.AssertNone(Source($"Members = \"{member}\""));

    private static string Source(string members) => Rule.Resource($"{Rule.Key}[Allow(Operation.Update, {members})]", """
        public string OwnerId { get; init; } = "";
        public List<int> Numbers { get; init; } = [];
        public List<string> Guests { get; init; } = [];
        public HashSet<string> Hosts { get; init; } = [];
        [Computed] public IReadOnlyList<string> Shown => Guests;
        """);
}
