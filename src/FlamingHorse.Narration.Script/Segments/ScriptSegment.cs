using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Script.Segments;

/// <summary>One segment as its author wrote it, before lexicon, defaults and keys.</summary>
public sealed record ScriptSegment
{
    /// <summary>The identity: type path and member without the root namespace, or an item's Include.</summary>
    public required string Id { get; init; }

    /// <summary>The text exactly as the compiler (or MSBuild) sees the constant, marks included.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Which way it was written.</summary>
    public required SegmentOrigin Origin { get; init; }

    /// <summary>What the voice says when it differs from the caption; null when it does not.</summary>
    public string? SpokenAs { get; init; }

    /// <summary>The voice's name; null for the default.</summary>
    public string? Voice { get; init; }

    /// <summary>The language's full name; null for the default.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// For C#: the full metadata path of the member, as in <c>MatrixLesson.Scenes.Intro.Welcome</c>, which differs from
    /// <see cref="Id"/> by the root namespace and by <c>Id = "…"</c>. For others: null.
    /// </summary>
    public string? Member { get; init; }

    /// <summary>
    /// Where its author puts it: for C# what its type states of the whole scene, for others what the item or the script file states; null
    /// where nothing is stated.
    /// </summary>
    public int? Order { get; init; }

    /// <summary>For C#: the path of its type; for others: null.</summary>
    public string? Type => Member is null ? null : Member.Substring(0, Math.Max(Member.LastIndexOf('.'), 0));

    /// <summary>Where the characters of <see cref="Text"/> stand; known for texts that may hold a formula.</summary>
    public TextRuns Runs { get; init; } = TextRuns.None;

    /// <summary>The place of a part of <see cref="Text"/>; that of the segment where nothing better is known.</summary>
    public SourcePlace PlaceOf(int offset, int length)
    {
        if (Runs.Find(offset) is not { } start)
            return Place;
        var last = Runs.Find(offset + Math.Max(length, 1) - 1) ?? start;
        return new SourcePlace(Place.File, start.Line, start.Column, last.Line, last.Column + 1);
    }
}
