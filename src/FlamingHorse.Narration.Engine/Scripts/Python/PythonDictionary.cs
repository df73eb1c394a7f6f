// Over 140 lines: one grammar, read top to bottom.
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Scripts.Python;

/// <summary>Reads <c>{"key": "text", …}</c>. An entry that is not two literals is reported, and the next one is read.</summary>
internal sealed class PythonDictionary(IReadOnlyList<PythonToken> statement, int start, ICollection<Finding> findings)
{
    private readonly List<ScriptSegment> _segments = [];
    private TextRuns _runs = TextRuns.None; // of the text that was read last
    private int _at = start;

    private PythonToken Current => _at < statement.Count ? statement[_at] : new(PythonTokenKind.End, "", statement[^1].Place);

    public IReadOnlyList<ScriptSegment> Read()
    {
        if (!Current.Is("{"))
        {
            PythonScript.Report(findings, Current.Place, "SCRIPT must be a dictionary in braces: {\"id\": \"text\", …}");
            return _segments;
        }

        _at++;
        while (!Current.Is("}") && Current.Kind != PythonTokenKind.End)
        {
            ReadEntry();
        }

        _at++;
        if (Current.Kind != PythonTokenKind.End)
        {
            PythonScript.Report(
                findings,
                Current.Place,
                $"'{Current.Value}' after the dictionary would have to be executed; end the statement at its closing brace"
            );
        }

        return _segments;
    }

    private void ReadEntry()
    {
        var place = Current.Place;
        if (ReadText("the id") is { } id && Expect(":") && ReadText($"the text of '{id}'") is { } text)
        {
            if (Current.Is(",") || Current.Is("}"))
            {
                _segments.Add(
                    new()
                    {
                        Id = id,
                        Text = text,
                        Runs = _runs,
                        Place = place,
                        Origin = SegmentOrigin.ScriptFile,
                    }
                );
            }
            else
            {
                Refuse($"the text of '{id}'");
            }
        }

        SkipToNext();
    }

    /// <summary>One string, or several side by side, also in parentheses.</summary>
    private string? ReadText(string what)
    {
        var depth = 0;
        while (Current.Is("("))
        {
            depth++;
            _at++;
        }

        string? text = null;
        _runs = new();
        while (Current.Kind == PythonTokenKind.Text)
        {
            if (Current.Problem is { } problem)
            {
                PythonScript.Report(findings, Current.Place, problem);
                return null;
            }

            _runs.Append(Current.Runs, text?.Length ?? 0);
            text += Current.Value;
            _at++;
        }

        while (text is not null && depth > 0 && Current.Is(")"))
        {
            depth--;
            _at++;
        }

        if (text is not null && depth == 0)
        {
            return text;
        }

        Refuse(what);
        return null;
    }

    private bool Expect(string sign)
    {
        if (Current.Is(sign))
        {
            _at++;
            return true;
        }

        Refuse("the id");
        return false;
    }

    private void Refuse(string what)
    {
        var found = Current.Kind == PythonTokenKind.Text ? "a string" : $"'{Current.Value}'";
        PythonScript.Report(
            findings,
            Current.Place,
            $"{what} is not a literal string: {found} is here, and nothing is executed; write the text out in quotes, long texts as "
                + $"strings side by side"
        );
    }

    private void SkipToNext()
    {
        var depth = 0;
        while (Current.Kind != PythonTokenKind.End && !(depth == 0 && Current.Is("}")))
        {
            var token = Current;
            _at++;
            if (depth == 0 && token.Is(","))
            {
                return;
            }

            depth +=
                token.Is("(") || token.Is("[") || token.Is("{") ? 1
                : token.Is(")") || token.Is("]") || token.Is("}") ? -1
                : 0;
            depth = Math.Max(depth, 0); // parentheses that were read before the fault
        }
    }
}
