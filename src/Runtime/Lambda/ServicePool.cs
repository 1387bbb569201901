using GeekCafe.DynamoDb;

namespace GeekCafe.Lambda;

/// <summary>
/// The services of one execution environment: made from its settings when first asked for, kept for all invocations after. Holds nothing about callers,
/// who are arguments of every call. For entry points of your own; <see cref="LambdaHost"/> has one.
/// </summary>
/// <example><code>
/// static readonly ServicePool&lt;ShopApplication&gt; Pool = new();
/// // in the handler
/// var orders = Pool.Get().Orders;
/// </code></example>
/// <typeparam name="TApplication">The application the generator wrote.</typeparam>
/// <param name="options">Where settings, clock and transport come from. Default: this process's environment, signed requests.</param>
public sealed class ServicePool<TApplication>(LambdaOptions? options = null) where TApplication : class, IApplication<TApplication>
{
    private readonly LambdaOptions _options = options ?? new();
    private readonly Lock _lock = new();
    private Made? _made;
    private long _cold, _warm;

    /// <summary>How often the services had to be made.</summary>
    public long ColdCount => Interlocked.Read(ref _cold);

    /// <summary>How often they were there already.</summary>
    public long WarmCount => Interlocked.Read(ref _warm);

    /// <summary>The services. Threads that ask at once get the same ones. A failure is not kept: the next to ask tries again.</summary>
    /// <exception cref="ConfigurationException">A setting is missing or wrong.</exception>
    public TApplication Get() => Take().Services;

    /// <summary>Forgets the services, so that the next to ask makes new ones: for tests that change the environment. Counts go on.</summary>
    public void Reset()
    {
        lock (_lock) _made = null;
    }

    /// <summary>The services with what they were made from.</summary>
    internal Made Take()
    {
        if (Volatile.Read(ref _made) is not { } made)
        {
            lock (_lock)
            {
                if (_made is null)
                {
                    _made = Make();
                    Interlocked.Increment(ref _cold);
                    return _made;
                }

                made = _made;
            }
        }

        Interlocked.Increment(ref _warm);
        return made;
    }

    private Made Make()
    {
        var settings = LambdaSettings.FromEnvironment(_options.Environment);
        var transport = _options.Transport(settings);
        return new(settings, transport, TApplication.Create(new()
        {
            Client = new(transport, _options.Clock),
            TableName = settings.TableName,
            CursorKeys = settings.CursorKeys,
            Clock = _options.Clock,
        }));
    }

    internal sealed record Made(LambdaSettings Settings, IDynamoTransport Transport, TApplication Services);
}
