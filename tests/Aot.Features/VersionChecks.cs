using GeekCafe.DynamoDb;
using First = GeekCafe.Table.Tests.Members.First;
using Third = GeekCafe.Table.Tests.Members.Third;

namespace GeekCafe.Aot.Features;

/// <summary>Items of older versions, and statements.</summary>
internal static class VersionChecks
{
    public static async Task RunAsync(ServiceEnvironment environment)
    {
        var old = (await new First.OrderService(environment).CreateAsync(Check.Ann, new() { Name = "x", Cents = 1250, Where = new() { Town = "Oslo" } })).Data;
        var orders = new Third.OrderService(environment);
        var read = (await orders.GetAsync(Check.Ann, old.Id, consistent: true)).Data;
        Check.Same(("x", 12.5m, "Oslo"), (read.Title, read.Price, read.Where!.City));
        Check.Same(13.5m, (await orders.UpdateAsync(Check.Ann, old.Id, static each => each with { Price = each.Price + 1 })).Data.Price);
        Check.Same(13.5m, (await orders.ListByTitleAsync(Check.Ann)).Data.Items.Single().Price);
    }

    public static async Task RunStatementsAsync(ServiceEnvironment environment)
    {
        var statements = new TableStatements(environment, GeekCafeAotFeaturesApplication.Table, Check.Ann);
        var page = await statements.SelectAsync<Third.Order>(Third.OrderKeys.PartitionKey("t1"), "title = ?", ["x"]);
        Check.Same("x", page.Data.Items.Single().Title);
    }
}
