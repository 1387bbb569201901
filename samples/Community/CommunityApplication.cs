using Community.Hosting;
using GeekCafe.Lambda;

namespace Community;

/// <content>What the community chooses wherever it runs.</content>
public sealed partial class CommunityApplication
{
    /// <inheritdoc/>
    public void Configure(LambdaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ApiKeys = ApiKeys;
        if (options.Environment(ReadOnlyMode.Variable) is { Length: > 0 }) options.Middleware.Add(ReadOnlyMode.InvokeAsync);
    }
}
