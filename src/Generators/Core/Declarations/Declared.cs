namespace GeekCafe.Generators.Core.Declarations;

/// <summary>Models by the keys of their declarations; equal to another with equal models.</summary>
/// <param name="Keys">In ordinal order.</param>
/// <param name="Models">One for each key.</param>
internal sealed record Declared<T>(EquatableArray<string> Keys, EquatableArray<T> Models) where T : class, IEquatable<T>
{
    /// <summary>The model of a declaration, or null.</summary>
    public T? Find(string key)
    {
        var (low, high) = (0, Keys.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(Keys[middle], key))
            {
                case 0: return Models[middle];
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return null;
    }

    /// <summary>Collects them, in any order.</summary>
    public sealed class Builder
    {
        private readonly SortedDictionary<string, T> _models = new(StringComparer.Ordinal);

        /// <summary>Adds what is there.</summary>
        public void Add(string key, T? model)
        {
            if (model is not null) _models[key] = model;
        }

        public Declared<T> ToDeclared() => new(new List<string>(_models.Keys).ToEquatable(), new List<T>(_models.Values).ToEquatable());
    }
}
