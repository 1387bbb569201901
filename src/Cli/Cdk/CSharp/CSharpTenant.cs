using static GeekCafe.Cli.CSharpText;

namespace GeekCafe.Cli;

/// <summary>The role of a CDK stack in C# for sessions that are tagged with a tenant.</summary>
internal static class CSharpTenant
{
    public static string Of(TenantPolicy tenant) => $$"""

                string[] tenantIndexes = {{List(tenant.Indexes)}};
                var tenantRole = new Role(this, "TenantRole", new RoleProps
                {
                    AssumedBy = new AccountRootPrincipal().WithConditions({{Literal(TenantPolicy.Tagged)}}).WithSessionTags(),
                    InlinePolicies = new Dictionary<string, PolicyDocument>
                    {
                        ["tenant"] = new(new PolicyDocumentProps
                        {
                            Statements =
                            [
                                new PolicyStatement(new PolicyStatementProps
                                {
                                    Actions = {{List(TenantPolicy.Actions)}},
                                    Resources = [table.TableArn, .. tenantIndexes.Select(index => $"{table.TableArn}/index/{index}")],
                                    Conditions = {{Literal(tenant.OwnKeys)}},
                                }),
                            ],
                        }),
                    },
                });
                _ = new CfnOutput(this, "TenantRoleArn", new CfnOutputProps { Value = tenantRole.RoleArn });
        """;
}
