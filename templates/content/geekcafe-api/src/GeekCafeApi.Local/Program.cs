using GeekCafe.Local;
using GeekCafeApi;

return await LocalHost.RunAsync<GeekCafeApiApplication>(args);
