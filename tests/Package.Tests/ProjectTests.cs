namespace GeekCafe.Package.Tests;

/// <summary>Projects that have nothing but the packages.</summary>
public sealed class ProjectTests(PackageFeed feed)
{
    private const string Record = """
        using GeekCafe;

        namespace Shop;

        [Resource("orders")]
        [PrimaryKey("TENANT#{TenantId}", "ORDER#{Id}")]
        public partial record Order { public required string Sku { get; init; } }
        """;

    private const string Use = """Console.WriteLine(OrderKeys.PartitionKey("t1") + " " + OrderKeys.SortKey("o1") + " " + typeof(OrderService).Name);""";

    private string Generators => $"""<PackageReference Include="GeekCafe.Generators" Version="{feed.Version}" />""";

    [Fact]
    public async Task A_new_console_project_with_a_record_builds_without_a_warning_and_runs()
    {
        var shell = feed.NewFolder("Shop");
        (await shell.DotNetAsync("new", "console")).Succeeded();
        (await shell.DotNetAsync("add", "package", "GeekCafe.Generators", "--version", feed.Version)).Succeeded();
        await shell.WriteAsync("Order.cs", Record);
        await shell.WriteAsync("Program.cs", "using Shop;\n" + Use);
        Assert.EndsWith("TENANT#t1 ORDER#o1 OrderService", (await shell.DotNetAsync("run", "-warnaserror")).Succeeded().Trim(), StringComparison.Ordinal);
    }

    /// <summary>NuGet hands analyzers on, so what they need goes with them: the root namespace.</summary>
    [Fact]
    public async Task A_program_one_level_further_has_the_runtime_and_may_have_records_of_its_own()
    {
        var shell = feed.NewFolder("levels");
        await ProjectAsync(shell, "Shop", "", Generators, Record);
        await ProjectAsync(shell, "Program", "<OutputType>Exe</OutputType><RootNamespace>Acme.Desk</RootNamespace>", """<ProjectReference Include="../Shop/Shop.csproj" />""", $$"""
            using System;
            using GeekCafe;
            using Shop;

            {{Use}}
            Console.WriteLine(Acme.Desk.ProgramApplication.Table.Indexes.Count + " " + typeof(Acme.Tills.TillService).Name);

            namespace Acme.Tills
            {
                [Resource("tills")]
                [PrimaryKey("TENANT#{TenantId}", "TILL#{Id}")]
                public partial record Till;
            }
            """);
        var output = (await shell.DotNetAsync("run", "--project", "Program", "-warnaserror")).Succeeded();
        Assert.EndsWith("TENANT#t1 ORDER#o1 OrderService\n0 TillService", output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_compiler_gets_one_error_that_says_what_to_do()
    {
        var shell = feed.NewFolder("old");
        await ProjectAsync(shell, "Shop", "<RoslynCompilerType>Custom</RoslynCompilerType>",
            Generators + """<PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="4.14.0" PrivateAssets="all" />""", Record);
        var built = await shell.DotNetAsync("build", "Shop", "-tl:off", "-nologo");
        var error = Assert.Single(built.Output.Split('\n').Where(static line => line.Contains("error ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct());
        Assert.Contains("error GCG9001: GeekCafe.Generators needs the C# compiler of the .NET 10 SDK (Roslyn 5.0) or newer; this build uses Roslyn 4.14", error, StringComparison.Ordinal);
        Assert.Contains("Install the .NET 10 SDK", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13")]
    [InlineData("7.3")]
    public async Task An_older_language_gets_one_error_that_says_what_to_do(string version)
    {
        var shell = feed.NewFolder("language" + version);
        await ProjectAsync(shell, "Shop", $"<LangVersion>{version}</LangVersion>", Generators, Record);
        var built = await shell.DotNetAsync("build", "Shop", "-tl:off", "-nologo");
        var error = Assert.Single(built.Output.Split('\n').Where(static line => line.Contains("error ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct());
        Assert.Contains($"error GCG9002: GeekCafe.Generators writes C# 14, and this project is compiled as C# {version}. Take LangVersion out", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("14")]
    [InlineData("14.0")]
    [InlineData("latest")]
    [InlineData("preview")]
    public async Task A_language_that_is_new_enough_is_fine(string version)
    {
        var shell = feed.NewFolder("language" + version);
        await ProjectAsync(shell, "Shop", $"<LangVersion>{version}</LangVersion>", Generators, Record);
        (await shell.DotNetAsync("build", "Shop", "-warnaserror")).Succeeded();
    }

    [Fact]
    public async Task The_snapshot_kit_compares_with_accepted_files_that_are_not_compiled()
    {
        var shell = feed.NewFolder("kit");
        await ProjectAsync(shell, "Kit", "<OutputType>Exe</OutputType>", $"""<PackageReference Include="GeekCafe.Testing.Snapshots" Version="{feed.Version}" />""", $$""""
            using System;
            using GeekCafe.Testing.Snapshots;

            try
            {
                Snapshot.Match(Generation.Of("""
            {{Record}}
            """), "Order");
                Console.WriteLine("As accepted.");
            }
            catch (SnapshotException exception)
            {
                Console.WriteLine(exception.Message);
            }
            """");
        Assert.Contains("Different: Order#Shop.Order.Members.g.verified.cs", (await shell.DotNetAsync("run", "--project", "Kit")).Succeeded(), StringComparison.Ordinal);
        foreach (var received in Directory.GetFiles(Path.Combine(shell.Folder, "Kit"), "*.received.cs")) File.Move(received, received.Replace(".received.", ".verified.", StringComparison.Ordinal));
        Assert.EndsWith("As accepted.", (await shell.DotNetAsync("run", "--project", "Kit")).Succeeded().Trim(), StringComparison.Ordinal);
    }

    private static async Task ProjectAsync(Shell shell, string name, string properties, string references, string code)
    {
        await shell.WriteAsync($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
        await shell.WriteAsync($"{name}/Code.cs", code);
    }
}
