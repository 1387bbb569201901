using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes when items of a resource expire: <c>Session.Expiry.g.cs</c>.</summary>
internal static class ExpiryEmitter
{
    private const string TimeToLive = "global::GeekCafe.TimeToLive";

    public static SourceWriter? Emit(ResourceModel resource) => !resource.Expiry.Expires ? null : resource.Identity.File(writer =>
        writer.Block($"partial record {resource.Record.Name}", body =>
        {
            var self = resource.Identity.FullName;
            body.Line($"static {Names.Time}? global::GeekCafe.IResource<{self}>.ExpiresAt({self} resource) =>").Line($"    {End(resource.Expiry)};");
        }));

    /// <summary>The statement that writes the table's attribute.</summary>
    public static string Write => $"{TimeToLive}.Write(item, this);";

    private static string End(ExpiryModel expiry)
    {
        var member = expiry.Member is { } name ? $"{TimeToLive}.Of(resource.{CSharp.Identifier(name)})" : null;
        var purge = expiry.PurgeAfterDays > 0 ? $"resource.DeletedAt?.AddDays({expiry.PurgeAfterDays})" : null;
        return member is not null && purge is not null ? $"{TimeToLive}.Earlier({member}, {purge})" : member ?? purge!;
    }
}
