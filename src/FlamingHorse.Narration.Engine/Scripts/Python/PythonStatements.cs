namespace FlamingHorse.Narration.Engine.Scripts.Python;

/// <summary>Top-level statements; an indented line belongs to the one above.</summary>
internal static class PythonStatements
{
    private static readonly HashSet<string> _harmless = new(StringComparer.Ordinal)
    {
        "import",
        "from",
        "pass",
        "def",
        "async",
        "class",
        "@",
    };

    public static IEnumerable<IReadOnlyList<PythonToken>> Split(IReadOnlyList<PythonToken> tokens)
    {
        var statement = new List<PythonToken>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is not (PythonTokenKind.NewLine or PythonTokenKind.End))
            {
                statement.Add(token);
            }
            else if (statement.Count > 0 && !(i + 1 < tokens.Count && tokens[i + 1] is { IsIndented: true, Kind: not PythonTokenKind.End }))
            {
                yield return statement;
                statement = [];
            }
        }
    }

    /// <summary>
    /// Imports, definitions, docstrings, other constants, and what is for the file as a program (<c>if __name__ == …</c>) leave the
    /// dictionary alone.
    /// </summary>
    public static bool RunsNothing(IReadOnlyList<PythonToken> statement) =>
        _harmless.Contains(statement[0].Value)
        || statement.All(IsConstant)
        || (statement[0].Is("if") && statement.Count > 1 && statement[1].Is("__name__"))
        || (
            statement[0].Kind == PythonTokenKind.Name
            && statement.Count > 1
            && statement[1].Is("=")
            && (statement[0].Value.StartsWith("__", StringComparison.Ordinal) || statement.Skip(2).All(IsConstant))
        );

    private static bool IsConstant(PythonToken token) => token.Kind is PythonTokenKind.Text or PythonTokenKind.Number;
}
