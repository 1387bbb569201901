using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the list of what was done with a resource: <c>Contract.Audit.g.cs</c>.</summary>
internal static class AuditEmitter
{
    private const string Page = "global::GeekCafe.Page<global::GeekCafe.AuditEntry>";

    public static SourceWriter? Emit(ResourceModel resource) => resource.Audit is null ? null : resource.Identity.File(writer =>
        writer.Block($"partial class {resource.ServiceName}", body =>
        {
            body.Summary($"Lists what was done with {RecordEmitter.Article(resource.Identity.Name)}, the newest first, to those who may update it.");
            body.Line("/// <param name=\"caller\">Who asks.</param>");
            body.Line("/// <param name=\"key\">Of which resource; it may be deleted.</param>");
            body.Line("/// <param name=\"page\">Which page. Default: the first of 25.</param>");
            body.Line("/// <param name=\"cancellationToken\">Ends the call.</param>");
            body.Line($"public global::System.Threading.Tasks.Task<global::GeekCafe.ServiceResult<{Page}>> HistoryAsync(");
            body.Line($"    {Names.Caller} caller, {resource.Identity.Sibling("Key")} key, global::GeekCafe.PageRequest page = default, global::System.Threading.CancellationToken cancellationToken = default) =>");
            body.Line("    ReadHistoryAsync(caller, key, page, cancellationToken);");
        }));
}
