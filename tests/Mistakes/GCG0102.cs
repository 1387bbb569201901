// One model for two resources.
namespace Mistakes.GCG0102;

[Resource("clients")]
[PythonItems(ModelName = "client")]
[PrimaryKey("client#{Id}", "client#{Id}", CrossTenant = true)]
public partial record Client;

[Resource("customers")]
[PythonItems(ModelName = "client")]
[PrimaryKey("customer#{Id}", "customer#{Id}", CrossTenant = true)]
public partial record Customer;
