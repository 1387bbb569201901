namespace GeekCafe;

/// <summary>
/// How a type of yours is stored and shown: as a value of a type that can be. Named by <see cref="ConverterAttribute{TConverter}"/> on the type or
/// on a member.
/// </summary>
/// <remarks>
/// Both methods are called with values that are not null. A <see cref="FormatException"/> or <see cref="ArgumentException"/> from
/// <see cref="FromStored"/> is answered to a client with 400 under the member's name; for a stored item it is an
/// <see cref="DynamoDb.ItemFormatException"/>.
/// </remarks>
/// <typeparam name="TValue">The type of yours.</typeparam>
/// <typeparam name="TStored">What stands for it: any type that docs/types.md lists, not nullable.</typeparam>
/// <example>
/// <code>
/// public sealed class EmailConverter : IValueConverter&lt;Email, string&gt;
/// {
///     public static string ToStored(Email value) => value.Address;
///     public static Email FromStored(string value) => Email.Parse(value);
/// }
/// </code>
/// </example>
public interface IValueConverter<TValue, TStored>
{
    /// <summary>What is stored for a value.</summary>
    static abstract TStored ToStored(TValue value);

    /// <summary>The value that is stored so.</summary>
    /// <exception cref="FormatException">Nothing of the type is stored so.</exception>
    /// <exception cref="ArgumentException">Nothing of the type is stored so.</exception>
    static abstract TValue FromStored(TStored value);
}

/// <summary>What generated code calls to store converted values.</summary>
public static class ValueConverter
{
    /// <summary>What is stored for a value.</summary>
    public static TStored ToStored<TConverter, TValue, TStored>(TValue value) where TConverter : IValueConverter<TValue, TStored> =>
        TConverter.ToStored(value);
}
