namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Words that were put together, and how they may be followed. Immutable.</summary>
internal sealed class Phrase
{
    private readonly Piece[] _pieces;

    private Phrase(Piece[] pieces, Openness openness, bool isLoose) => (_pieces, Openness, IsLoose) = (pieces, openness, isLoose);

    public static Phrase Nothing { get; } = new([], Openness.Closed, false);

    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>How it ends.</summary>
    public Openness Openness { get; }

    /// <summary>
    /// It begins with terms that a bracket or a line of a fraction holds together, and that a term before would be heard to join.
    /// </summary>
    public bool IsLoose { get; }

    public bool IsEmpty => _pieces.Length == 0;

    public bool HasPause => Pieces.Any(piece => piece.IsPause);

    /// <summary>Behind it a relation needs a breath.</summary>
    public bool IsLong => Openness == Openness.Wide || HasPause;

    public static Phrase Of(Piece piece) => new([piece], Openness.Closed, false);

    public static Phrase Pause(int at) => Of(new Piece(",", at, at, false));

    /// <summary>One after the other; it ends as the last does.</summary>
    public static Phrase Join(params Phrase[] parts) => Join((IReadOnlyList<Phrase>)parts);

    /// <inheritdoc cref="Join(Phrase[])"/>
    public static Phrase Join(IReadOnlyList<Phrase> parts)
    {
        var count = 0;
        for (var i = 0; i < parts.Count; i++)
            count += parts[i]._pieces.Length;
        var pieces = new Piece[count];
        var at = 0;
        Phrase? first = null;
        var last = Nothing;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.IsEmpty)
                continue;
            part._pieces.CopyTo(pieces, at);
            at += part._pieces.Length;
            first ??= part;
            last = part;
        }
        return new Phrase(pieces, last.Openness, first?.IsLoose == true);
    }

    public Phrase As(Openness openness) => openness == Openness ? this : new Phrase(_pieces, openness, IsLoose);

    public Phrase AsLoose(bool isLoose = true) => isLoose == IsLoose ? this : new Phrase(_pieces, Openness, isLoose);

    /// <summary>At least as open as given.</summary>
    public Phrase AtLeast(Openness openness) => openness > Openness ? As(openness) : this;
}
