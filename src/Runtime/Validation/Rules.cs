using System.Collections.Immutable;
using System.Globalization;

namespace GeekCafe.Validation;

/// <summary>
/// The checks behind System.ComponentModel.DataAnnotations attributes, without their reflection. Each adds a problem when a value breaks the
/// rule; null breaks none but <see cref="NotNull{T}"/> and <see cref="NotBlank"/>.
/// </summary>
public static class Rules
{
    /// <summary>[Required] on something other than a text.</summary>
    public static void NotNull<T>(ValidationErrors errors, string path, T? value)
    {
        if (value is null) errors.Add(path, "is required");
    }

    /// <summary>[Required] on a text: not null and, unless allowed, not only white space.</summary>
    public static void NotBlank(ValidationErrors errors, string path, string? value, bool allowEmpty)
    {
        if (value is null || (!allowEmpty && string.IsNullOrWhiteSpace(value))) errors.Add(path, "is required and must not be blank");
    }

    /// <summary>[StringLength], [MinLength], [MaxLength], [Length] on a text; counts UTF-16 code units, as string.Length does.</summary>
    public static void Length(ValidationErrors errors, string path, string? value, int minimum, int maximum)
    {
        if (value is null || (value.Length >= minimum && value.Length <= maximum)) return;
        errors.Add(path, Between(minimum, maximum, "characters"));
    }

    /// <summary>[MinLength], [MaxLength], [Length] on a collection.</summary>
    public static void Count<T>(ValidationErrors errors, string path, IEnumerable<T>? values, int minimum, int maximum)
    {
        if (values is null) return;
        var count = values.Count();
        if (count < minimum || count > maximum) errors.Add(path, Between(minimum, maximum, "elements"));
    }

    /// <summary>[MinLength], [MaxLength], [Length] on an immutable array; a default one counts as empty.</summary>
    public static void Count<T>(ValidationErrors errors, string path, ImmutableArray<T> values, int minimum, int maximum) =>
        Count<T>(errors, path, values.IsDefault ? [] : values.AsEnumerable(), minimum, maximum);

    /// <inheritdoc cref="Count{T}(ValidationErrors, string, ImmutableArray{T}, int, int)"/>
    public static void Count<T>(ValidationErrors errors, string path, ImmutableArray<T>? values, int minimum, int maximum)
    {
        if (values is { } present) Count(errors, path, present, minimum, maximum);
    }

    /// <summary>[MinLength], [MaxLength], [Length] on bytes.</summary>
    public static void ByteCount(ValidationErrors errors, string path, ReadOnlyMemory<byte>? values, int minimum, int maximum)
    {
        if (values is { Length: var count } && (count < minimum || count > maximum)) errors.Add(path, Between(minimum, maximum, "elements"));
    }

    /// <summary>[Range], both bounds included.</summary>
    public static void Range<T>(ValidationErrors errors, string path, T? value, T minimum, T maximum) where T : struct, IComparable<T>, IFormattable
    {
        if (value is not { } number || (number.CompareTo(minimum) >= 0 && number.CompareTo(maximum) <= 0)) return;
        errors.Add(path, string.Create(CultureInfo.InvariantCulture, $"must be from {minimum} to {maximum}"));
    }

    /// <summary>[RegularExpression]: the whole text must match; an empty text passes, as in DataAnnotations.</summary>
    public static void Pattern(ValidationErrors errors, string path, string? value, TextPattern pattern)
    {
        if (!string.IsNullOrEmpty(value) && !pattern.Matches(value)) errors.Add(path, "does not have the expected form");
    }

    /// <summary>[EmailAddress]: one @ that is neither first nor last, and no line break, as in DataAnnotations.</summary>
    public static void Email(ValidationErrors errors, string path, string? value)
    {
        if (value is null) return;
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at == value.Length - 1 || at != value.LastIndexOf('@') || value.AsSpan().ContainsAny('\r', '\n'))
        {
            errors.Add(path, "must be an e-mail address");
        }
    }

    /// <summary>[Url]: begins with http://, https:// or ftp://, as in DataAnnotations.</summary>
    public static void Url(ValidationErrors errors, string path, string? value)
    {
        if (value is null) return;
        foreach (var scheme in (ReadOnlySpan<string>)["http://", "https://", "ftp://"])
        {
            if (value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return;
        }

        errors.Add(path, "must be an address that begins with http://, https:// or ftp://");
    }

    /// <summary>[Url] on an address.</summary>
    public static void Url(ValidationErrors errors, string path, Uri? value) => Url(errors, path, value?.OriginalString);

    /// <summary>[AllowedValues] on a text.</summary>
    public static void OneOf(ValidationErrors errors, string path, string? value, ReadOnlySpan<string?> allowed)
    {
        foreach (var candidate in allowed)
        {
            if (string.Equals(value, candidate, StringComparison.Ordinal)) return;
        }

        if (value is not null) errors.Add(path, "is none of the allowed values");
    }

    /// <summary>[AllowedValues] on a number.</summary>
    public static void OneOf<T>(ValidationErrors errors, string path, T? value, ReadOnlySpan<T> allowed) where T : struct, IEquatable<T>
    {
        if (value is { } number && !allowed.Contains(number)) errors.Add(path, "is none of the allowed values");
    }

    private static string Between(int minimum, int maximum, string unit) => (minimum, maximum) switch
    {
        (0, _) => string.Create(CultureInfo.InvariantCulture, $"must have at most {maximum} {unit}"),
        (_, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"must have at least {minimum} {unit}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"must have {minimum} to {maximum} {unit}"),
    };
}
