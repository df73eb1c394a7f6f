using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>Reads the lines of one lexicon file.</summary>
internal sealed class LexiconReader(string file, ICollection<Finding> findings)
{
    private const string Math = "math";

    private readonly List<LexiconEntry> _entries = [];
    private readonly Dictionary<string, LexiconEntry> _known = new(StringComparer.Ordinal);
    private string? _language;
    private bool _skipping;
    private bool _isMath;

    /// <summary>What stood under <c>[math]</c>.</summary>
    public List<MathLine> MathLines { get; } = [];

    public List<LexiconEntry> Read(string content)
    {
        var number = 0;
        for (var start = 0; start <= content.Length; )
        {
            var end = content.IndexOf('\n', start);
            if (end < 0)
                end = content.Length;
            ReadLine(content.Substring(start, end - start).TrimEnd('\r'), ++number);
            start = end + 1;
        }
        return _entries;
    }

    private void ReadLine(string line, int number)
    {
        var start = 0;
        while (start < line.Length && (WhiteSpace.Is(line[start]) || line[start] == '\uFEFF'))
            start++;
        if (start == line.Length || line[start] == '#')
            return;
        if (line[start] == '[')
            ReadHeading(line, start, number);
        else if (_isMath)
            ReadMath(line, start, number);
        else
            ReadEntry(line, start, number);
    }

    private void ReadHeading(string line, int start, int number)
    {
        var close = line.IndexOf(']', start);
        var language = close < 0 ? "" : NormalizedText.Of(line.Substring(start + 1, close - start - 1));
        var rest = close < 0 ? "" : line.Substring(close + 1).Trim();
        _skipping = language.Length == 0 || (rest.Length > 0 && rest[0] != '#');
        if (_skipping)
        {
            Report(
                number,
                start,
                line,
                "This heading is incomplete. Write a language's full name in brackets, as in [English], alone on its line; for a word "
                    + "that begins with a bracket write \\[."
            );
            return;
        }
        _isMath = language == Math || language.StartsWith(Math + " ", StringComparison.Ordinal);
        _language =
            !_isMath ? language
            : language == Math ? null
            : language.Substring(Math.Length + 1);
    }

    private void ReadMath(string line, int start, int number)
    {
        if (!_skipping)
            MathLines.Add(new MathLine(LexiconLine.WithoutComment(line.Substring(start)).TrimEnd(), _language, file, number, start + 1));
    }

    private void ReadEntry(string line, int start, int number)
    {
        if (_skipping)
            return; // under a heading that cannot be read, and that was reported
        if (line[start] == '\\' && start + 1 < line.Length && line[start + 1] is '#' or '[')
            start++;

        var (equals, length) = LexiconLine.FindSeparator(line, start);
        if (equals < 0)
        {
            Report(number, start, line, $"'{line.Trim()}' has no '='. Write: word = how it is said.");
            return;
        }

        var word = NormalizedText.Of(line.Substring(start, equals - start));
        var spoken = NormalizedText.Of(LexiconLine.WithoutComment(line.Substring(equals + length)));
        if (word.Length == 0 || spoken.Length == 0)
        {
            Report(
                number,
                word.Length == 0 ? start : equals,
                line,
                $"There is nothing {(word.Length == 0 ? "before" : "after")} the '='. Write: word = how it is said."
            );
            return;
        }
        Add(LexiconLine.ToEntry(word, spoken, _language, number), line, start);
    }

    private void Add(LexiconEntry entry, string line, int start)
    {
        // One line of each kind may stand for a word.
        var key = $"{entry.IsPhonemes}\n{entry.Language?.ToUpperInvariant()}\n{entry.Word}";
        if (_known.TryGetValue(key, out var first))
        {
            if (first.Spoken != entry.Spoken)
            {
                Report(
                    entry.Line,
                    start,
                    line,
                    $"'{entry.Word}' is already in line {first.Line}, with another pronunciation. Keep one of the two."
                );
            }

            return;
        }
        _known.Add(key, entry);
        _entries.Add(entry);
    }

    private void Report(int number, int column, string line, string message) =>
        findings.Add(ScriptFindings.InvalidLexicon.At(new SourcePlace(file, number, column + 1, number, line.Length + 1), message));
}
