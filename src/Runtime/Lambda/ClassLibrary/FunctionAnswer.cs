using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>An answer to an HTTP event, for the response objects of libraries.</summary>
public sealed class FunctionAnswer
{
    private readonly Dictionary<string, string> _headers = [];

    private FunctionAnswer()
    {
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; private set; }

    /// <summary>Headers, one value to a name.</summary>
    public IDictionary<string, string> Headers => _headers;

    /// <summary>The body: text, or base64. Null when there is none.</summary>
    public string? Body { get; private set; }

    /// <summary>Whether the body is base64.</summary>
    public bool IsBase64Encoded { get; private set; }

    /// <summary>Reads what the pipeline wrote.</summary>
    internal static FunctionAnswer Parse(ReadOnlySpan<byte> json)
    {
        var answer = new FunctionAnswer();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "statusCode":
                    answer.StatusCode = reader.GetInt32();
                    break;
                case "headers":
                    while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                    {
                        var header = reader.GetString()!;
                        reader.Read();
                        answer._headers[header] = reader.GetString()!;
                    }

                    break;
                case "body":
                    answer.Body = reader.GetString();
                    break;
                case "isBase64Encoded":
                    answer.IsBase64Encoded = reader.GetBoolean();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return answer;
    }
}
