using System.Buffers;
using System.Globalization;

namespace GeekCafe.Lambda;

/// <summary>The settings a deployed function reads from its environment: once, at start, all checked.</summary>
public sealed record LambdaSettings
{
    /// <summary>AES-256 keys are 32 bytes.</summary>
    private const int CursorKeyLength = 32;

    private static readonly SearchValues<char> TableNameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-:/");

    /// <summary>The table: a name (3 to 255 of <c>A-Z a-z 0-9 _ . -</c>) or an ARN. <c>GEEKCAFE_TABLE</c>.</summary>
    public required string TableName { get; init; }

    /// <summary>
    /// Keys that seal cursors, 32 bytes each; the first seals, all open. <c>GEEKCAFE_CURSOR_KEY</c>: base64, comma separated.
    /// </summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> CursorKeys { get; init; }

    /// <summary>The region. <c>AWS_REGION</c>, which Lambda sets.</summary>
    public required string Region { get; init; }

    /// <summary>Another DynamoDB endpoint, or null for the region's own. <c>AWS_ENDPOINT_URL_DYNAMODB</c>.</summary>
    public Uri? DynamoDbEndpoint { get; init; }

    /// <summary>Origins for CORS; empty means off. <c>GEEKCAFE_CORS_ORIGINS</c>, comma separated.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>The one API whose claims are believed, or null. <c>GEEKCAFE_API_ID</c>.</summary>
    public string? ApiId { get; init; }

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="read">Reads a variable. Default: the process's environment.</param>
    /// <exception cref="ConfigurationException">One is missing or wrong; the message names it and says what to set.</exception>
    public static LambdaSettings FromEnvironment(Func<string, string?>? read = null)
    {
        read ??= Environment.GetEnvironmentVariable;
        return new()
        {
            TableName = TableNameFrom(read("GEEKCAFE_TABLE")),
            CursorKeys = CursorKeysFrom(read("GEEKCAFE_CURSOR_KEY")),
            Region = NonEmpty(read("AWS_REGION")) ??
                throw new ConfigurationException("AWS_REGION is not set; Lambda sets it, elsewhere set the table's region, such as eu-central-1."),
            DynamoDbEndpoint = EndpointFrom(NonEmpty(read("AWS_ENDPOINT_URL_DYNAMODB"))),
            CorsOrigins = read("GEEKCAFE_CORS_ORIGINS")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
            ApiId = NonEmpty(read("GEEKCAFE_API_ID")),
        };
    }

    /// <summary>Leaves out the keys.</summary>
    public override string ToString() => $"{TableName} in {Region}";

    private static string TableNameFrom(string? text)
    {
        if (NonEmpty(text) is not { } name) throw new ConfigurationException("GEEKCAFE_TABLE is not set; set it to the name of the DynamoDB table.");
        return name.Length is >= 3 and <= 1024 && !name.AsSpan().ContainsAnyExcept(TableNameCharacters)
            ? name
            : throw new ConfigurationException("GEEKCAFE_TABLE is not a table name; set 3 to 255 characters of A-Z a-z 0-9 _ . - or an ARN.");
    }

    private static ReadOnlyMemory<byte>[] CursorKeysFrom(string? text)
    {
        if (NonEmpty(text) is not { } list)
        {
            throw new ConfigurationException(
                "GEEKCAFE_CURSOR_KEY is not set; set it to 32 random bytes in base64, such as the output of: openssl rand -base64 32.");
        }

        var parts = list.Split(',', StringSplitOptions.TrimEntries);
        var keys = new ReadOnlyMemory<byte>[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var key = new byte[CursorKeyLength];
            if (!Convert.TryFromBase64String(parts[i], key, out var written) || written != CursorKeyLength)
            {
                // The value is a secret; only its place is named.
                throw new ConfigurationException(string.Create(CultureInfo.InvariantCulture,
                    $"GEEKCAFE_CURSOR_KEY, entry {i + 1}, is not base64 of exactly 32 bytes; set the output of: openssl rand -base64 32."));
            }

            keys[i] = key;
        }

        return keys;
    }

    private static Uri? EndpointFrom(string? text)
    {
        if (text is null) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
            ? uri
            : throw new ConfigurationException("AWS_ENDPOINT_URL_DYNAMODB is not a URL; set it to one such as http://localhost:8000, or remove it.");
    }

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
