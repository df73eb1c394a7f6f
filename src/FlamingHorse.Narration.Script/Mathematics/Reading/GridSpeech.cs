using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Reads matrices, cases and aligned lines.</summary>
internal sealed class GridSpeech(Speaker speaker)
{
    public Phrase Read(GridNode grid, bool isDeterminant = false)
    {
        if (grid.Rows.Count == 0)
            return speaker.Say("matrix.empty", grid);
        return grid.Environment switch
        {
            "cases" => ReadCases(grid),
            "aligned" => ReadLines(grid),
            _ => ReadMatrix(grid, isDeterminant || grid.Environment is "vmatrix" or "Vmatrix"),
        };
    }

    private Phrase ReadMatrix(GridNode grid, bool isDeterminant)
    {
        var rows = grid.Rows.Select(ReadRow).ToList();
        if (!isDeterminant && grid.Rows.All(row => row.Count == 1))
            return speaker.Say("column-vector", grid, JoinRows(rows, ",", grid)).As(Openness.Wide);
        if (!isDeterminant && rows.Count == 1)
            return speaker.Say("row-vector", grid, rows[0]).As(Openness.Wide);
        var separator = rows.Count > 2 ? ";" : ",";
        var joined = JoinRows(rows, separator, grid);
        if (rows.Count > 1)
        {
            joined = Phrase.Join(
                JoinRows(rows.GetRange(0, rows.Count - 1), separator, grid),
                Mark(separator, grid),
                speaker.Say("and-last", grid),
                rows[rows.Count - 1]
            );
        }

        return speaker.Say(isDeterminant ? "determinant" : "matrix", grid, joined).As(Openness.Wide);
    }

    /// <summary>The cells of a row; dots stand for those left out, and a row of dots for rows.</summary>
    private Phrase ReadRow(IReadOnlyList<RowNode> cells)
    {
        var full = cells.Where(cell => cell.Items.Count > 0).ToList();
        if (full.Count > 0 && full.TrueForAll(IsDots))
            return speaker.Say("and-so-on", full[0]);
        var phrases = new List<Phrase>();
        for (var i = 0; i < full.Count; i++)
        {
            if (IsDots(full[i]) && i > 0 && i + 1 < full.Count)
                phrases.Add(Phrase.Join(speaker.Say("and-so-on", full[i]), speaker.Say("up-to", full[i]), speaker.Read(full[++i])));
            else
                phrases.Add(speaker.Read(full[i]));
        }
        return JoinRows(phrases, ",", cells[0]);
    }

    private static bool IsDots(RowNode cell) => Shape.Kind(Shape.Single(cell)) == SymbolKind.Ellipsis;

    private Phrase ReadCases(GridNode grid)
    {
        var cases = grid.Rows.Select(row => ReadCase(row, grid)).ToList();
        if (cases.Count == 1)
            return cases[0];
        var before = JoinRows(cases.GetRange(0, cases.Count - 1), ",", grid);
        return Phrase.Join(before, Mark(",", grid), speaker.Say("case.and", grid), cases[cases.Count - 1]).As(Openness.Wide);
    }

    private Phrase ReadCase(IReadOnlyList<RowNode> cells, GridNode grid)
    {
        var value = speaker.Read(cells[0]);
        if (cells.Count < 2 || cells[1].Items.Count == 0)
            return value;
        var condition = speaker.Read(cells[1]);
        var first = (cells[1].Items[0] as TextNode)?.Words.Trim().ToLowerInvariant();
        if (first is null)
            return speaker.Say("case", grid, value, condition);
        var isOtherwise = Array.IndexOf(speaker.Vocabulary["otherwise"].Split(' '), first.TrimEnd('.')) >= 0;
        if (isOtherwise && cells[1].Items.Count == 1)
            return value.IsLong ? speaker.Say("case.text", grid, value, condition) : speaker.Say("case.otherwise", grid, value);
        return speaker.Say("case.text", grid, value, condition);
    }

    private Phrase ReadLines(GridNode grid) =>
        JoinRows([.. grid.Rows.Select(row => speaker.Read(Merged(row)))], ",", grid).As(Openness.Wide);

    /// <summary>The cells of an aligned line are one formula.</summary>
    private static RowNode Merged(IReadOnlyList<RowNode> cells) =>
        new([.. cells.SelectMany(cell => cell.Items)], cells[0].Start, cells[cells.Count - 1].End);

    private static Phrase JoinRows(List<Phrase> rows, string separator, Node at)
    {
        var parts = new List<Phrase>();
        foreach (var row in rows)
        {
            if (parts.Count > 0)
                parts.Add(Mark(separator, at));
            parts.Add(row);
        }
        return Phrase.Join(parts);
    }

    private static Phrase Mark(string separator, Node at) => Phrase.Of(new Piece(separator, at.Start, at.Start, false));
}
