namespace GeekCafe;

/// <summary>
/// Keeps an enum in the table as its number, <c>N</c>, instead of its name: for tables that others write too, or for [Flags] as one attribute of
/// bits. The API shows names all the same. Numbers that no member has, or bits without a name, are refused both ways.
/// </summary>
/// <remarks>Such a number then stands for its member for ever: new members go to the end, and old ones keep their values.</remarks>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class StoreAsNumberAttribute : Attribute;
