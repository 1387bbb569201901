using GeekCafe.Local;
using Hello;

return await LocalHost.RunAsync<HelloApplication>(args);
