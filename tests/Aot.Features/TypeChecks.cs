using System.Numerics;
using GeekCafe.Table.Tests.Types;

namespace GeekCafe.Aot.Features;

/// <summary>Types of members, on their way from a client's bytes to the table and back.</summary>
internal static class TypeChecks
{
    private const string Body = """
        {"wide":-99999999999999999999999999999999999999,"big":1000000000000000000000000000000000000000000000,"small":0.5,"number":1E-130,"letter":"x",
        "bytes":"AP8=","numbers":[1.5,-79228162514264337593543950335],"ids":["a8098c1a-f86e-11da-bd1a-00112444be1e"],"hashes":["AQ==","AQI="],
        "texts":["","a"],"days":{"0001-01-01":1,"9999-12-31":null},"rights":["read","write"],"grade":"good","grades":["poor","good"]}
        """;

    public static async Task RunAsync(ServiceEnvironment environment)
    {
        var samples = new TypesSampleService(environment);
        var created = (await samples.CreateAsync(Check.Ann, Check.Read<TypesSampleInput>(Body))).Data;
        var read = (await samples.GetAsync(Check.Ann, created.Id, consistent: true)).Data;
        Check.Same(BigInteger.Pow(10, 45), read.Big);
        Check.That(read.Hashes.Contains([1, 2]) && read.Hashes.Count == 2);
        Check.Same(TypesRights.Read | TypesRights.Write, read.Rights);
        foreach (var sample in (TypesSample[])[created, read, TypesSample.FromAttributeMap(created.ToAttributeMap())])
        {
            Check.SameShown(created, sample);
            Check.That(sample.Texts.SequenceEqual(["", "a"]) && sample.Numbers.SetEquals([1.5m, decimal.MinValue]) && sample.Ids.Count == 1 && sample.Days.Count == 2);
        }

        var patched = (await samples.PatchAsync(Check.Ann, created.Id, Check.Read<TypesSamplePatch>("""{"days":{"0001-01-01":null},"grades":null,"ids":[]}"""))).Data;
        Check.That(patched.Days.Count == 1 && patched.Grades is null && patched.Ids.Count == 0);
        Check.Same(1, (await samples.ListByWideAsync(Check.Ann)).Data.Items.Count);
        Check.Same(ErrorCode.ValidationError, (await samples.CreateAsync(Check.Ann, new() { Big = BigInteger.Pow(10, 126) })).Error?.Code);
    }
}
