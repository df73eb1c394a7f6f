using System.Collections;

namespace FlamingHorse.Narration.Script.Text;

/// <summary>Maps each character of a text to its place in its file, through escapes, indentation and joined literals.</summary>
public sealed class TextRuns : IReadOnlyList<TextRun>, IEquatable<TextRuns>
{
    private readonly List<TextRun> _runs = [];

    /// <summary>Nothing is known.</summary>
    public static TextRuns None { get; } = new();

    /// <inheritdoc/>
    public int Count => _runs.Count;

    /// <inheritdoc/>
    public TextRun this[int index] => _runs[index];

    /// <summary>
    /// Says where a character stands; characters of a file that follow each other need no saying. In the order of the text.
    /// </summary>
    public void Add(int offset, int line, int column)
    {
        if (_runs.Count > 0)
        {
            var last = _runs[_runs.Count - 1];
            if (last.Line == line && last.Column + offset - last.Offset == column)
                return;
            if (last.Offset == offset)
                _runs.RemoveAt(_runs.Count - 1);
        }
        _runs.Add(new TextRun(offset, line, column));
    }

    /// <summary>Adds the runs of a text that is joined to this one.</summary>
    /// <param name="runs">Of the text that follows.</param>
    /// <param name="offset">Where it begins.</param>
    public void Append(TextRuns runs, int offset)
    {
        foreach (var run in runs)
            Add(run.Offset + offset, run.Line, run.Column);
    }

    /// <summary>Line and column of a character; null where nothing is known.</summary>
    public (int Line, int Column)? Find(int offset)
    {
        var run = _runs.FindLastIndex(run => run.Offset <= offset);
        return run < 0 ? null : (_runs[run].Line, _runs[run].Column + offset - _runs[run].Offset);
    }

    /// <inheritdoc/>
    public bool Equals(TextRuns? other) => other is not null && _runs.SequenceEqual(other._runs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextRuns);

    /// <inheritdoc/>
    public override int GetHashCode() => _runs.Count;

    /// <inheritdoc/>
    public IEnumerator<TextRun> GetEnumerator() => _runs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
