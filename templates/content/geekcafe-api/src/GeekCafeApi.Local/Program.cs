using GeekCafe.Local;
using GeekCafeNamespace;

return await LocalHost.RunAsync<GeekCafeTypeApplication>(args);
