using FlamingHorse.Narration.Script.Mathematics.Lexing;
using static FlamingHorse.Narration.Script.Mathematics.Lexing.TokenKind;

namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>Matrices, cases and aligned lines.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>Environments by what they are read as; the star of <c>align*</c> goes.</summary>
    private static readonly Dictionary<string, string> Environments = new(StringComparer.Ordinal)
    {
        ["matrix"] = "matrix",
        ["smallmatrix"] = "matrix",
        ["pmatrix"] = "pmatrix",
        ["bmatrix"] = "bmatrix",
        ["Bmatrix"] = "bmatrix",
        ["vmatrix"] = "vmatrix",
        ["Vmatrix"] = "Vmatrix",
        ["array"] = "array",
        ["cases"] = "cases",
        ["dcases"] = "cases",
        ["rcases"] = "cases",
        ["aligned"] = "aligned",
        ["align"] = "aligned",
        ["alignat"] = "aligned",
        ["split"] = "aligned",
        ["gathered"] = "aligned",
        ["gather"] = "aligned",
        ["multline"] = "aligned",
        ["equation"] = "aligned",
        ["eqnarray"] = "aligned",
    };

    private GridNode? ReadEnvironment(Token begin)
    {
        var name = ReadEnvironmentName();
        if (name is null)
        {
            Report(FormulaProblemKind.MissingArgument, begin, "'\\begin' has no name. Write \\begin{pmatrix} … \\end{pmatrix}.");
            return null;
        }
        if (!Environments.TryGetValue(name.TrimEnd('*'), out var kind))
        {
            Report(
                FormulaProblemKind.UnsupportedEnvironment,
                begin,
                $"The environment '{name}' has no reading. Use a matrix, cases or aligned, or give the formula a reading: $…${{in words}}.",
                name
            );
        }

        if (!Enter(begin))
            return null;
        if (name is "array" or "alignat" or "alignat*" && Current.Kind == Open)
            SkipColumns();
        var rows = ReadRows();
        _depth--;
        var end = Current;
        if (end.IsCommand("end"))
        {
            _at++;
            var closed = ReadEnvironmentName();
            if (closed != name)
                Report(FormulaProblemKind.Unbalanced, end, $"'\\end{{{closed}}}' closes '\\begin{{{name}}}'. Write \\end{{{name}}}.");
        }
        else
        {
            Report(FormulaProblemKind.Unbalanced, begin, $"'\\begin{{{name}}}' has no end. Write \\end{{{name}}}.");
        }
        return new GridNode(kind ?? "array", rows, begin.Start, tokens[_at - 1].End);
    }

    private List<IReadOnlyList<RowNode>> ReadRows()
    {
        var rows = new List<IReadOnlyList<RowNode>>();
        var row = new List<RowNode>();
        while (true)
        {
            var start = _at;
            var items = ReadItems(token => token.Kind is Column or NewRow or Close || token.IsCommand("end"));
            row.Add(Row(items, start));
            var isEnd = Current.Kind is not (Column or NewRow);
            if (Current.Kind != Column && (row.Count > 1 || row[0].Items.Count > 0))
                rows.Add(row);
            if (Current.Kind == NewRow)
                row = [];
            if (isEnd)
                return rows;
            _at++;
        }
    }

    private void SkipColumns()
    {
        while (Current.Kind is not (Close or End))
            _at++;
        if (Current.Kind == Close)
            _at++;
    }

    private string? ReadEnvironmentName()
    {
        if (Current.Kind != Open)
            return null;
        var name = "";
        var at = _at + 1;
        for (; tokens[at].Kind == Character; at++)
            name += tokens[at].Text;
        if (tokens[at].Kind != Close || name.Length == 0)
            return null;
        _at = at + 1;
        return name;
    }
}
