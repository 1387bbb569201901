using System.Text.Json.Nodes;

namespace GeekCafe.Cli.Tests.Node;

/// <summary>Reads what the tool writes with a YAML library that others use as well.</summary>
internal static class YamlReader
{
    /// <summary>Functions in their short form become those of JSON.</summary>
    private const string Script = """
        const yaml = require('js-yaml');
        const short = (tag, construct) => new yaml.Type(tag, { kind: 'scalar', construct });
        const schema = yaml.DEFAULT_SCHEMA.extend([
          short('!Ref', (id) => ({ Ref: id })),
          short('!Sub', (text) => ({ 'Fn::Sub': text })),
          short('!GetAtt', (name) => ({ 'Fn::GetAtt': name.split('.') })),
        ]);
        process.stdout.write(JSON.stringify(yaml.load(require('fs').readFileSync(process.argv[1], 'utf8'), { schema })));
        """;

    public static JsonObject Read(string yaml)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, yaml);
        try
        {
            return JsonNode.Parse(NodePackages.Node(NodePackages.Folder, "-e", Script, file))!.AsObject();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
