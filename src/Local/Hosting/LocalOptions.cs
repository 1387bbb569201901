using System.Diagnostics.CodeAnalysis;

namespace GeekCafe.Local;

/// <summary>What the command line asks for.</summary>
internal sealed record LocalOptions
{
    public const string Memory = ":memory:";

    public const string Help = """
        Serves the application as API Gateway and Lambda would, on a local DynamoDB.

          --urls URL       where to listen; default http://127.0.0.1:5080
          --data DIR       where data and keys are kept; default .data in the project's folder; :memory: keeps nothing
          --endpoint URL   use this DynamoDB instead of starting one
          --help           this text
        """;

    public Uri Url { get; private set; } = new("http://127.0.0.1:5080");

    public string Data { get; private set; } = Path.Combine(ProjectFolder(AppContext.BaseDirectory) ?? Directory.GetCurrentDirectory(), ".data");

    public Uri? Endpoint { get; private set; }

    public bool ShowHelp { get; private set; }

    public bool KeepsData => Data != Memory;

    /// <summary>Reads the command line.</summary>
    /// <param name="args">Its words. <c>--name value</c> and <c>--name=value</c> are the same.</param>
    /// <param name="options">What they ask for.</param>
    /// <param name="problem">Or what is wrong with them, in one line.</param>
    public static bool TryParse(
        IEnumerable<string> args, [NotNullWhen(true)] out LocalOptions? options, [NotNullWhen(false)] out string? problem)
    {
        (options, problem) = (new LocalOptions(), null);
        var words = new Queue<string>(args);
        while (problem is null && words.TryDequeue(out var word)) problem = options.Read(word, words);
        if (problem is not null) options = null;
        return options is not null;
    }

    /// <returns>What is wrong, or null.</returns>
    private string? Read(string word, Queue<string> rest)
    {
        var (name, value) = word.Split('=', 2) is [var left, var right] ? (left, right) : (word, null);
        if (name is "--help" or "-h")
        {
            ShowHelp = true;
            return null;
        }

        if (name is not ("--urls" or "--data" or "--endpoint")) return $"Unknown option {word}. Options are --urls, --data, --endpoint and --help.";
        if (value is null && rest.TryDequeue(out var next)) value = next;
        if (string.IsNullOrEmpty(value)) return $"The option {name} needs a value.";
        if (name == "--data")
        {
            Data = value;
            return null;
        }

        return ReadUrl(name, value);
    }

    private string? ReadUrl(string name, string value)
    {
        var scheme = Uri.TryCreate(value, UriKind.Absolute, out var url) ? url.Scheme : "";
        if (name == "--urls")
        {
            // One, and no TLS: a certificate for this machine is more trouble than it prevents.
            if (scheme != "http") return $"The option --urls needs one URL such as http://127.0.0.1:5080, not {value}.";
            Url = url!;
            return null;
        }

        if (scheme is not ("http" or "https")) return $"The option --endpoint needs a URL such as http://127.0.0.1:8000, not {value}.";
        Endpoint = url;
        return null;
    }

    /// <summary>The project a program was built from: <c>dotnet run --project</c> starts it in whatever folder the shell is in.</summary>
    internal static string? ProjectFolder(string built)
    {
        for (var folder = new DirectoryInfo(built); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && folder.EnumerateFiles("*.csproj").Any()) return folder.FullName;
        }

        return null;
    }
}
