using System.Text.Json.Nodes;
using GeekCafe.Cli.Tests.Node;

namespace GeekCafe.Cli.Tests.Templates.Cdk;

/// <summary>The templates that CDK makes of the stacks in TypeScript. Made once, for starting the compiler and CDK takes most of the time.</summary>
public sealed class TypeScriptStacks : IDisposable
{
    /// <summary>Texts such as <c>${JwtIssuer}</c> are what the SAM template says of its parameters.</summary>
    private const string App = """
        const { App } = require('aws-cdk-lib');
        const app = new App({ outdir: 'synthesized', analyticsReporting: false });
        for (const name of process.argv.slice(2)) {
          const Stack = Object.values(require(`./${name}`)).find((each) => typeof each === 'function');
          new Stack(app, name, { cursorKeySecret: 'key', jwtIssuer: '${JwtIssuer}', jwtAudience: '${JwtAudience}', userPoolArn: '${UserPoolArn}' });
        }
        app.synth();
        """;

    private readonly Lazy<string> _synthesized;
    private string? _folder;

    public TypeScriptStacks() => _synthesized = new(Synthesize);

    public JsonObject Template(string stack) => JsonNode.Parse(File.ReadAllText(Path.Combine(_synthesized.Value, $"{stack}.template.json")))!.AsObject();

    public void Dispose()
    {
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }

    private string Synthesize()
    {
        // Below node_modules, where both find their packages.
        _folder = Path.Combine(NodePackages.Folder, $"cdk-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.Combine(_folder, "publish"));
        File.WriteAllText(Path.Combine(_folder, "publish", "bootstrap"), "");
        File.WriteAllText(Path.Combine(_folder, "app.js"), App);
        var stacks = Stacks.Of();
        foreach (var (name, plan) in stacks) File.WriteAllText(Path.Combine(_folder, $"{name}.ts"), CdkStack.Write(plan, "typescript", "x"));
        NodePackages.Node(_folder, [
            Path.Combine(NodePackages.Folder, "node_modules", "typescript", "bin", "tsc"),
            "--strict", "--target", "es2022", "--module", "commonjs", "--skipLibCheck", "--types", "node", .. stacks.Keys.Select(static name => $"{name}.ts"),
        ]);
        NodePackages.Node(_folder, ["app.js", .. stacks.Keys]);
        return Path.Combine(_folder, "synthesized");
    }
}
