namespace GeekCafe.Generators.Core;

/// <summary>Finds what was probably meant.</summary>
public static class Spelling
{
    /// <summary>Whether one edit of two, or two of more letters, turns one name into the other.</summary>
    public static bool IsNear(string name, string other) => Distance(name, other) <= (Math.Min(name.Length, other.Length) > 4 ? 2 : 1);

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
