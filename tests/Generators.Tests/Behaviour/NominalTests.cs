using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

public class NominalTests
{
    private const string Note = """
        [Resource("notes")]
        [PrimaryKey("TENANT#{TenantId}", "NOTE#{Id}")]
        public partial record Note
        {
            public required string Title { get; init; }
            public string? Body { get; set; }
            public int Stars { get; init; } = 3;
        }
        """;

    [Fact]
    public void What_is_written_reads_back() => Program.Run(Note, """
        var note = Stored(new Note { Title = "Tea", Body = null, Stars = 5 });
        Assert.Equal(note, ThroughItem(note));
        Assert.Equal("{\"S\":\"TENANT#acme\"}", Attribute(note, "pk"));
        Assert.Equal("{\"S\":\"NOTE#id-1\"}", Attribute(note, "sk"));
        """);
}
