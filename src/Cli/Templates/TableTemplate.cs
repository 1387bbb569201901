using System.Text.Json.Nodes;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>The table alone, as a CloudFormation template.</summary>
internal static class TableTemplate
{
    public static string Write(ApplicationManifest manifest, string comment) => Yaml.Write(Of(manifest), comment);

    public static JsonObject Of(ApplicationManifest manifest)
    {
        var hasStream = manifest.Streams.Count > 0;
        var outputs = new JsonObject
        {
            ["TableName"] = new JsonObject { ["Value"] = Cfn.Ref(TableResource.Id) },
            ["TableArn"] = new JsonObject { ["Value"] = Cfn.Att(TableResource.Id, "Arn") },
        };
        if (hasStream) outputs["StreamArn"] = new JsonObject { ["Value"] = Cfn.Att(TableResource.Id, "StreamArn") };
        return new JsonObject
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Description"] = $"{manifest.Application}: the table",
            ["Resources"] = new JsonObject { [TableResource.Id] = TableResource.Of(manifest, hasStream) },
            ["Outputs"] = outputs,
        };
    }
}
