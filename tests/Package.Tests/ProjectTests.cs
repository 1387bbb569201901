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

    [Fact]
    public async Task A_library_and_a_program_one_level_further_build_without_a_warning_and_run()
    {
        var folder = feed.NewFolder("levels");
        await WriteAsync(folder, "Shop", "", $"""<PackageReference Include="GeekCafe.Generators" Version="{feed.Version}" />""", Record);
        await WriteAsync(folder, "Program", "<OutputType>Exe</OutputType>", """<ProjectReference Include="../Shop/Shop.csproj" />""", """
            using System;
            using Shop;

            Console.WriteLine(OrderKeys.PartitionKey("t1") + " " + OrderKeys.SortKey("o1") + " " + ShopApplication.Table.Indexes.Count + " " + typeof(OrderService).Name);
            """);
        var output = (await Shell.DotNetAsync(Path.Combine(folder, "Program"), "run", "-warnaserror")).Succeeded();
        Assert.EndsWith("TENANT#t1 ORDER#o1 0 OrderService", output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_compiler_gets_one_error_that_says_what_to_do()
    {
        var folder = feed.NewFolder("old");
        await WriteAsync(folder, "Shop", "", $"""<PackageReference Include="GeekCafe.Generators" Version="{feed.Version}" />""", Record);
        var built = await Shell.DotNetAsync(Path.Combine(folder, "Shop"), "build", "-p:CompilerApiVersion=roslyn4.14", "-tl:off", "-nologo");
        var errors = built.Output.Split('\n').Where(static line => line.Contains("error ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct().ToList();
        Assert.Contains("GCG9001", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Contains("Install the .NET 10 SDK", errors[0], StringComparison.Ordinal);
    }

    private static async Task WriteAsync(string folder, string name, string properties, string references, string code)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, $"{name}.csproj"), $"""
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
        await File.WriteAllTextAsync(Path.Combine(project, "Code.cs"), code);
    }
}
