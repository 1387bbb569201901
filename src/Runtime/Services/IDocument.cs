using GeekCafe.DynamoDb;
using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe;

/// <summary>What the generator writes for a partial record, class or struct, nested in a resource.</summary>
/// <typeparam name="TSelf">The record.</typeparam>
public interface IDocument<TSelf> where TSelf : IDocument<TSelf>
{
    /// <summary>Writes its attributes, without the braces around them.</summary>
    void WriteItem(ItemWriter item);

    /// <summary>Reads its attributes up to the end of its map.</summary>
    static abstract TSelf ReadItem(ref ItemReader item);

    /// <summary>Writes its members as the API shows them, without the braces around them.</summary>
    void WriteJson(ApiWriter json);

    /// <summary>Reads one object that a client sent, from behind its first brace to its last.</summary>
    static abstract TSelf ReadJson(ref ApiReader json);

    /// <summary>Checks the declared rules and adds what breaks them.</summary>
    /// <param name="errors">Where to add.</param>
    /// <param name="path">What comes before its members' names, such as <c>location.</c>.</param>
    void Validate(ValidationErrors errors, string path);
}
