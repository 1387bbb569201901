namespace GeekCafe;

/// <summary>Stores a type, or one member, as what a converter makes of it.</summary>
/// <typeparam name="TConverter">Implements <see cref="IValueConverter{TValue, TStored}"/> for the type.</typeparam>
/// <example>
/// <code>
/// [Converter&lt;EmailConverter&gt;] public sealed class Email { ... }
/// [Converter&lt;MoneyConverter&gt;] public required Money Price { get; init; }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class ConverterAttribute<TConverter> : Attribute;
