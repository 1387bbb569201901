using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>Reads <c>[assembly: GeekCafe.Manifest]</c> from an assembly's metadata. Nothing of the assembly runs, nor is it loaded.</summary>
internal static class ManifestReader
{
    private const string Namespace = "GeekCafe";
    private const string Attribute = "ManifestAttribute";

    /// <summary>The manifest as the generator wrote it.</summary>
    /// <exception cref="ToolException">The file is missing, no assembly, or has no manifest.</exception>
    public static string Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var image = new PEReader(file);
            if (!image.HasMetadata) throw new ToolException($"{path} is no .NET assembly; give the .dll of the project with the resources, such as bin/Release/net10.0/Community.dll.");
            return Find(image.GetMetadataReader()) ??
                throw new ToolException($"{path} has no manifest: no [Resource] record is in it, or it was compiled without GeekCafe.Generators. Give the .dll of the project with the resources.");
        }
        catch (BadImageFormatException)
        {
            throw new ToolException($"{path} is no assembly; give the .dll of the project with the resources, such as bin/Release/net10.0/Community.dll.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"'{path}' cannot be read: {failure.Message} Build the project first, and give the path of its .dll.");
        }
    }

    /// <summary>The manifest as a model.</summary>
    public static ApplicationManifest Parse(string json, string path)
    {
        try
        {
            var manifest = ApplicationManifest.Parse(json);
            return manifest.Version == 1
                ? manifest
                : throw new ToolException($"The manifest of {path} is of version {manifest.Version}; this tool reads version 1. Update the tool: dotnet tool update GeekCafe.Cli.");
        }
        catch (JsonException failure)
        {
            throw new ToolException($"The manifest of {path} cannot be read: {failure.Message} Use the tool of the version of the GeekCafe packages.");
        }
    }

    private static string? Find(MetadataReader metadata)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsManifest(metadata, attribute.Constructor)) continue;
            var value = metadata.GetBlobReader(attribute.Value);
            return value.ReadUInt16() == 1 ? value.ReadSerializedString() : null; // The prolog (ECMA-335 II.23.3).
        }

        return null;
    }

    private static bool IsManifest(MetadataReader metadata, EntityHandle constructor)
    {
        if (constructor.Kind != HandleKind.MemberReference) return false;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Namespace, Namespace) && metadata.StringComparer.Equals(type.Name, Attribute);
    }
}
