using System.Diagnostics;
using System.Text.Json.Nodes;

namespace GeekCafe.Cli.Tests.Templates.Cdk;

/// <summary>
/// The stacks in C#, compiled and synthesized. CDK's package unpacks to 220 MB, so this is not part of every run: <c>eng/cdk.sh</c> runs it.
/// </summary>
/// <remarks>
/// The package's version is the newest that restores with all its dependencies. It does not know keys of several attributes, so indexes with
/// those are left out of what is compared: their two lines in <see cref="CSharpTable"/> are checked by nothing but their likeness to TypeScript's.
/// </remarks>
public sealed class CdkCSharpTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><NoWarn>NU1603</NoWarn></PropertyGroup>
          <ItemGroup><PackageReference Include="Amazon.CDK.Lib" Version="2.160.0" /></ItemGroup>
        </Project>
        """;

    [Fact(Explicit = true)]
    public void A_stack_in_csharp_deploys_what_the_sam_template_does()
    {
        var plans = Stacks.Of(static manifest => manifest with
        {
            Table = manifest.Table with { Indexes = [.. manifest.Table.Indexes.Where(static index => index is { Partition.Count: 1, Sort.Count: 1 })] },
        });
        var folder = Directory.CreateTempSubdirectory("geekcafe-cdk-").FullName;
        try
        {
            Write(folder, plans);
            Synthesize(folder);
            Assert.All(plans, plan =>
            {
                var template = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "synthesized", $"{plan.Key}.template.json")))!.AsObject();
                Assert.Equal(new Deployed(SamTemplate.Of(plan.Value)).Lines(), new Deployed(template).Lines());
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, Dictionary<string, DeploymentPlan> plans)
    {
        Directory.CreateDirectory(Path.Combine(folder, "publish"));
        File.WriteAllText(Path.Combine(folder, "publish", "bootstrap"), "");
        File.WriteAllText(Path.Combine(folder, "App.csproj"), Project);
        var program = "var app = new Amazon.CDK.App(new Amazon.CDK.AppProps { Outdir = \"synthesized\" });\n";
        foreach (var (name, plan) in plans)
        {
            // Each in a namespace of its own, for several have the same class.
            var space = DeploymentPlan.Pascal(name);
            var stack = CdkStack.Write(plan, "csharp", "x").Replace($"\npublic class {CdkStack.ClassOf(plan)}Props", $"\nnamespace {space};\n\npublic class {CdkStack.ClassOf(plan)}Props", StringComparison.Ordinal)
                // The name before point-in-time recovery had more to specify.
                .Replace("PointInTimeRecoverySpecification = new PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = true }", "PointInTimeRecovery = true", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, $"{space}.cs"), stack);
            var tokens = plan.Options.Api == ApiKind.Rest ? "UserPoolArn = \"${UserPoolArn}\"" : "JwtIssuer = \"${JwtIssuer}\", JwtAudience = \"${JwtAudience}\"";
            program += $"new {space}.{CdkStack.ClassOf(plan)}(app, \"{name}\", new() {{ CursorKeySecret = \"key\", {tokens} }});\n";
        }

        File.WriteAllText(Path.Combine(folder, "Program.cs"), program + "app.Synth();\n");
    }

    private static void Synthesize(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["run"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
    }
}
