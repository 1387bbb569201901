using GeekCafe.Lambda;
using GeekCafeApi;

return await LambdaHost.RunAsync<GeekCafeApiApplication>();
