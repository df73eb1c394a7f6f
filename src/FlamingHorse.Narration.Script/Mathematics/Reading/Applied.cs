using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>
/// The letters that a formula shows to be functions: T in T(u+v)=T(u)+T(v), where T(u) can hardly be a product. So each of them is read
/// as a function everywhere in the formula.
/// </summary>
internal static class Applied
{
    public static HashSet<string> Find(RowNode formula)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Find(formula, found);
        return found;
    }

    private static void Find(Node? node, HashSet<string> found)
    {
        switch (node)
        {
            case RowNode row:
                for (var i = 0; i < row.Items.Count; i++)
                {
                    if (Evidence(row, i) is { } letter)
                        found.Add(letter);
                    Find(row.Items[i], found);
                }
                break;
            case FractionNode fraction:
                Find(fraction.Top, found);
                Find(fraction.Bottom, found);
                break;
            case ScriptNode script:
                Find(script.Core, found);
                Find(script.Sub, found);
                Find(script.Sup, found);
                break;
            case RootNode root:
                Find(root.Body, found);
                break;
            case FenceNode fence:
                Find(fence.Body, found);
                break;
            case AccentNode accent:
                Find(accent.Body, found);
                break;
            case GridNode grid:
                foreach (var cell in grid.Rows.SelectMany(row => row))
                    Find(cell, found);
                break;
        }
    }

    private static string? Evidence(RowNode row, int at)
    {
        if (at + 1 >= row.Items.Count || Shape.Letter(Shape.Core(row.Items[at])) is not { } letter)
            return null;
        if (Shape.Key(row.Items[at + 1]) == "colon")
            return row.Items.Skip(at + 2).Any(item => Shape.Key(Shape.Core(item)) == "to") ? letter.Name : null;
        if (row.Items[at] is ScriptNode { Primes: > 0 })
            return letter.Name;
        return Shape.Bracket(row.Items[at + 1]) is { Body.Items.Count: > 0 } bracket && !Operators.In(bracket.Body) ? letter.Name : null;
    }
}
