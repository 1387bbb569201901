using GeekCafe.Generators.ByHand;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Core;

/// <summary>A file of generated text.</summary>
/// <param name="Name">Its name, unique in the assembly.</param>
/// <param name="Text">What it holds.</param>
public sealed record GeneratedFile(string Name, string Text)
{
    /// <summary>
    /// Writes the files of each model, without what users wrote by hand. Texts are a step of their own, so that a member of a user's that is none of
    /// ours changes no output.
    /// </summary>
    /// <param name="context">The generator's context.</param>
    /// <param name="models">The models.</param>
    /// <param name="files">The files of one.</param>
    /// <param name="byHand">What users wrote of them.</param>
    public static void Register<T>(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<T> models,
        Func<T, IEnumerable<GeneratedFile>> files, Func<T, EquatableArray<MemberSignature>> byHand)
    {
        var texts = models.Select((model, _) => All(files(model), byHand(model))).WithTrackingName(TrackingNames.Text);
        context.RegisterSourceOutput(texts, static (output, all) =>
        {
            foreach (var file in all) output.AddSource(file.Name, SourceWriter.ToSourceText(file.Text));
        });
    }

    private static EquatableArray<GeneratedFile> All(IEnumerable<GeneratedFile> files, EquatableArray<MemberSignature> byHand)
    {
        var all = new List<GeneratedFile>();
        foreach (var file in files) all.Add(byHand.Count == 0 ? file : file with { Text = GeneratedMembers.Without(file.Text, byHand) });
        return all.ToEquatable();
    }
}
