using System.Text;
using GeekCafe.Lambda;

namespace GeekCafe;

/// <summary>A service that wants to know of changes. Made by <c>service.ToStreamTarget()</c>; the generated application lists them.</summary>
public abstract class StreamTarget
{
    private readonly byte[] _typeName;

    private protected StreamTarget(ResourceDefinition definition) =>
        (Definition, _typeName) = (definition, Encoding.UTF8.GetBytes(definition.TypeName));

    /// <summary>Names of the resource.</summary>
    public ResourceDefinition Definition { get; }

    /// <summary>The type's marker in items.</summary>
    internal ReadOnlySpan<byte> TypeName => _typeName;

    /// <summary>Reads the record's images and gives the change to the service.</summary>
    /// <exception cref="UnreadableRecordException">An image is not the resource's. Anything else is the service's failure.</exception>
    internal abstract ValueTask ProcessAsync(ReadOnlyMemory<byte> batch, StreamRecord record, InvocationContext invocation);
}

/// <summary>An image cannot be read into its record, now or ever.</summary>
/// <param name="why">What is wrong with it; no value of it.</param>
internal sealed class UnreadableRecordException(string why) : Exception(why);
