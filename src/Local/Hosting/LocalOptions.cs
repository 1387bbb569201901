using System.Diagnostics.CodeAnalysis;

namespace GeekCafe.Local;

/// <summary>What the command line asks for.</summary>
internal sealed record LocalOptions
{
    public const string Memory = ":memory:";

    public const string Help = """
        Serves the application as API Gateway and Lambda would, on a local DynamoDB.

          --urls URL       where to listen; default http://127.0.0.1:5080
          --data DIR       where data and keys are kept; default .data in the current folder; :memory: keeps nothing
          --endpoint URL   use this DynamoDB instead of starting one
          --help           this text
        """;

    public Uri Url { get; init; } = new("http://127.0.0.1:5080");

    public string Data { get; init; } = ".data";

    public Uri? Endpoint { get; init; }

    public bool ShowHelp { get; init; }

    public bool KeepsData => Data != Memory;

    /// <summary>Reads the command line.</summary>
    /// <param name="args">Its words. <c>--name value</c> and <c>--name=value</c> are the same.</param>
    /// <param name="options">What they ask for.</param>
    /// <param name="problem">Or what is wrong with them, in one line.</param>
    public static bool TryParse(IEnumerable<string> args, [NotNullWhen(true)] out LocalOptions? options, [NotNullWhen(false)] out string? problem)
    {
        (options, problem) = (new LocalOptions(), null);
        var words = new Queue<string>(args);
        while (problem is null && words.TryDequeue(out var word))
        {
            if (word is "--help" or "-h" or "-?")
            {
                options = options with { ShowHelp = true };
                continue;
            }

            var (name, value) = word.Split('=', 2) is [var left, var right] ? (left, right) : (word, null);
            if (name is not ("--urls" or "--data" or "--endpoint")) problem = $"Unknown option {word}. Options are --urls, --data, --endpoint and --help.";
            else if ((value ?? (words.TryDequeue(out var next) ? next : null)) is not { Length: > 0 } given) problem = $"The option {name} needs a value.";
            else problem = Apply(ref options, name, given);
        }

        if (problem is not null) options = null;
        return options is not null;
    }

    private static string? Apply(ref LocalOptions options, string name, string value)
    {
        if (name == "--data")
        {
            options = options with { Data = value };
            return null;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || !(url.Scheme == "http" || (url.Scheme == "https" && name == "--endpoint")))
        {
            return $"The option {name} needs {(name == "--urls" ? "one URL such as http://127.0.0.1:5080" : "a URL such as http://127.0.0.1:8000")}, not {value}.";
        }

        options = name == "--urls" ? options with { Url = url } : options with { Endpoint = url };
        return null;
    }
}
