using System.Globalization;

namespace GeekCafe.Lambda;

/// <content>Strict reading of query parameters for handlers.</content>
public sealed partial class ApiRequest
{
    /// <summary>The value of a parameter that may occur once.</summary>
    /// <param name="name">Its name, compared exactly.</param>
    /// <returns>The value, null when absent, or <see cref="ErrorCode.InvalidParameter"/> when it occurs more than once.</returns>
    public ServiceResult<string?> QueryValue(string name)
    {
        string? found = null;
        foreach (var (key, value) in _query)
        {
            if (!string.Equals(key, name, StringComparison.Ordinal)) continue;
            if (found is not null) return InvalidParameter(name, "May be given once.");
            found = value;
        }

        return found;
    }

    /// <summary>The value of a whole-number parameter that may occur once.</summary>
    /// <param name="name">Its name, compared exactly.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>
    /// The number, null when absent, or <see cref="ErrorCode.InvalidParameter"/>. Digits with an optional minus only: no plus sign,
    /// no spaces,
    /// no leading zero, so that one number has one spelling.
    /// </returns>
    public ServiceResult<int?> QueryInt32(string name, int min = int.MinValue, int max = int.MaxValue)
    {
        if (!QueryValue(name).TryGet(out var text, out var error)) return error;
        if (text is null) return (int?)null;
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        var spelledOnce = digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || text == "0");
        return spelledOnce && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) &&
            number >= min && number <= max
            ? number
            : InvalidParameter(name, string.Create(CultureInfo.InvariantCulture, $"Must be a whole number from {min} to {max}."));
    }

    /// <summary>Refuses parameters the operation does not have, so that a misspelt filter is not an unfiltered list.</summary>
    /// <param name="known">The parameters it has.</param>
    /// <returns><see cref="ErrorCode.InvalidParameter"/> naming the first unknown one, or null.</returns>
    public ServiceError? RefuseUnknownQuery(params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in _query)
        {
            if (!known.Contains(name)) return InvalidParameter(Shorten(name), "There is no such parameter.");
        }

        return null;
    }

    private static ServiceError InvalidParameter(string name, string problem) => new(ErrorCode.InvalidParameter, "A query parameter is not usable.")
    {
        Details = new Dictionary<string, string> { [name] = problem },
    };

    private static string Shorten(string name) => name.Length <= 64 ? name : name[..64];
}
