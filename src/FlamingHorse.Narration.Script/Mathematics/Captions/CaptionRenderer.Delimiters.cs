using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Captions;

/// <summary>Accents, delimiters and grids.</summary>
internal sealed partial class CaptionRenderer
{
    private static readonly Dictionary<string, string> Accents = new(StringComparer.Ordinal)
    {
        ["hat"] = "\u0302",
        ["bar-over"] = "\u0304",
        ["tilde"] = "\u0303",
        ["vec"] = "\u20D7",
        ["dot-over"] = "\u0307",
        ["ddot-over"] = "\u0308",
        ["dddot-over"] = "\u20DB",
        ["ring"] = "\u030A",
        ["check"] = "\u030C",
        ["breve"] = "\u0306",
        ["acute"] = "\u0301",
        ["grave"] = "\u0300",
        ["underline"] = "\u0332",
    };

    private void AddAccent(AccentNode accent)
    {
        if (!Accents.TryGetValue(accent.Accent, out var mark))
        {
            AddRow(accent.Body);
            return;
        }
        var text = Plain(accent.Body);
        Put(text.Length <= 2 ? text + mark : string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c + mark : c.ToString())), accent);
    }

    private void AddFence(FenceNode fence)
    {
        _text.Add(Delimiter(fence.Open), fence.Start, fence.Start + 1);
        AddRow(fence.Body);
        _text.Add(Delimiter(fence.Close), fence.End - 1, fence.End);
    }

    private static string Delimiter(string key) => key == "." ? "" : SymbolTable.Find(key)?.Unicode ?? "";

    private void AddGrid(GridNode grid)
    {
        var (open, close, cell, line) = grid.Environment switch
        {
            "cases" => ("{ ", "", " ", "; "),
            "aligned" => ("", "", " ", "; "),
            "vmatrix" => ("|", "|", " ", "; "),
            "Vmatrix" => ("‖", "‖", " ", "; "),
            "pmatrix" => ("(", ")", " ", "; "),
            "bmatrix" => ("[", "]", " ", "; "),
            _ => ("", "", " ", "; "),
        };
        Put(open, grid);
        for (var i = 0; i < grid.Rows.Count; i++)
        {
            if (i > 0)
                Put(line, grid);
            for (var j = 0; j < grid.Rows[i].Count; j++)
            {
                if (j > 0 && grid.Environment == "cases" && _text.Last is not (',' or ' '))
                    Put(", ", grid);
                else if (j > 0 && _text.Last != ' ')
                    Put(cell, grid);
                AddRow(grid.Rows[i][j]);
            }
        }
        Put(close, grid);
    }
}
