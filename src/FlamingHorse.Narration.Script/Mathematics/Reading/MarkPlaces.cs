using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Where marks are allowed in a formula: between its atoms.</summary>
internal static class MarkPlaces
{
    /// <summary>The marks; one that stands elsewhere is reported.</summary>
    public static IReadOnlyList<int> Of(RowNode formula, string latex, IReadOnlyList<int> marks, ICollection<FormulaProblem> problems)
    {
        if (marks.Count == 0)
            return marks;
        var starts = new HashSet<int> { 0, latex.Length };
        Collect(formula, starts);
        foreach (var mark in marks)
        {
            // White space before an atom belongs to the place before it.
            var at = mark;
            while (at < latex.Length && Text.WhiteSpace.Is(latex[at]))
                at++;
            if (starts.Contains(at))
                continue;
            var message =
                "A mark is inside an atom of the formula. Put it before a letter, a number, a sign or a command, "
                + "not after '^', '_' or a command's name.";
            problems.Add(new(FormulaProblemKind.MisplacedMark, mark, Math.Min(1, latex.Length - mark), "mark", message));
        }
        return marks;
    }

    private static void Collect(Node? node, HashSet<int> starts)
    {
        switch (node)
        {
            case RowNode row:
                foreach (var item in row.Items)
                {
                    starts.Add(item.Start);
                    starts.Add(item.End);
                    Collect(item, starts);
                }
                break;
            case FractionNode fraction:
                Collect(fraction.Top, starts);
                Collect(fraction.Bottom, starts);
                break;
            case ScriptNode script:
                Collect(script.Core, starts);
                Collect(script.Sub?.Items.Count > 1 ? script.Sub : null, starts);
                Collect(script.Sup?.Items.Count > 1 ? script.Sup : null, starts);
                break;
            case RootNode root:
                Collect(root.Body, starts);
                break;
            case FenceNode fence:
                Collect(fence.Body, starts);
                break;
            case GridNode grid:
                foreach (var cell in grid.Rows.SelectMany(row => row))
                    Collect(cell, starts);
                break;
        }
    }
}
