namespace GeekCafe.Benchmarks;

/// <summary>A way to do the three operations. Each returns something of what it read, so that nothing can be left out.</summary>
internal interface IClient
{
    string Name { get; }

    /// <summary>Reads one item; its title.</summary>
    Task<string> GetAsync();

    /// <summary>Stores one new item; its id.</summary>
    Task<string> PutAsync();

    /// <summary>Reads 100 items of a partition; how many.</summary>
    Task<int> QueryAsync();
}
