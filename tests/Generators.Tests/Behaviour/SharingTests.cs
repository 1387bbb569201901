using GeekCafe.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>Types that several resources, or several assemblies, use.</summary>
public class SharingTests
{
    [Fact]
    public void Two_resources_share_a_record_and_an_enum() => Program.Run("""
        [Resource("things")] [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        public partial record Thing { public Place? Where { get; init; } public Level Level { get; init; } public DayOfWeek Day { get; init; } }
        [Resource("others")] [PrimaryKey("TENANT#{TenantId}", "OTHER#{Id}")]
        public partial record Other { public List<Place>? All { get; init; } public Level? Level { get; init; } public DayOfWeek? Day { get; init; } }
        public partial record Place { public Level Level { get; init; } public List<Place> Within { get; init; } = []; }
        public enum Level { Low, High }
        """, """
        var thing = Stored(new Thing { Where = new Place { Level = Level.High, Within = [new Place()] }, Day = DayOfWeek.Monday });
        Assert.Single(ThroughItem(thing).Where!.Within);
        Assert.Equal(DayOfWeek.Monday, ThroughItem(Stored(new Other { Day = DayOfWeek.Monday })).Day);
        """);

    [Fact]
    public void Enums_of_one_short_name_are_kept_apart() => Program.Run("""
        [Resource("things")] [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        public partial record Thing
        {
            public System.Net.Mail.MailPriority One { get; init; }
            public System.Threading.ThreadPriority Two { get; init; }
            public A.Level Three { get; init; }
            public B.Level Four { get; init; }
            public C.Level Five { get; init; }
        }
        namespace A { public enum Level { X } }
        namespace B { public enum Level { Y } }
        public static class C { public enum Level { Z } }
        """, """
        var thing = Stored(new Thing { Two = System.Threading.ThreadPriority.AboveNormal });
        Assert.Equal(thing, ThroughItem(thing));
        Assert.Equal("\"aboveNormal\"", Member(thing, "two"));
        Assert.Equal("{\"S\":\"above_normal\"}", Attribute(thing, "two"));
        """);

    [Fact]
    public void A_members_old_name_is_read_and_not_written() => Program.Run(Declared.Thing("public Level Level { get; init; }") + " public enum Level { Low, High, Top = High }", $$"""
        Assert.Equal(Level.High, Created{{Declared.Arguments}}("{\"level\":\"top\"}").Level);
        Assert.Equal("\"high\"", Member(Stored(new Thing { Level = Level.Top }), "level"));
        Assert.Equal("level: must be one of low, high", Faults<ThingInput>("{\"level\":\"middle\"}"));
        """);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Records_and_enums_of_another_project_are_used_from_there(bool inEditor)
    {
        // A command line hands over an image, an editor the other project itself, with its syntax.
        var library = GeneratorRun.Of(TestCompilation.Create("Library", Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14, """
            namespace Library;
            [Resource("homes")] [PrimaryKey("TENANT#{TenantId}", "HOME#{Id}")]
            public partial record Home { public Place? Where { get; init; } public Level Level { get; init; } }
            public partial record Place { public required string City { get; init; } }
            public enum Level { Low, High }
            """)).Output;
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var reference = inEditor ? library.ToMetadataReference() : (MetadataReference)MetadataReference.CreateFromImage(image.ToArray());
        var run = GeneratorRun.Of(TestCompilation.Create("My-Shop.2", Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14, """
            [Resource("things")] [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
            public partial record Thing { public Library.Place? Where { get; init; } public Library.Level Level { get; init; } }
            """).AddReferences(reference));
        CompilerProblems.AssertNone(run);
        Assert.DoesNotContain(run.Files.Keys, static name => name.Contains("Place", StringComparison.Ordinal));
        Assert.Contains("namespace My_Shop._2.Generated;", run.Files["Library.Level.Names.g.cs"], StringComparison.Ordinal);
    }
}
