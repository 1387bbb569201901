using GeekCafe.Lambda;
using GeekCafeNamespace;

return await LambdaHost.RunAsync<GeekCafeTypeApplication>();
