namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Words that were put together, and how they may be followed. Immutable.</summary>
internal sealed class Phrase
{
    private Phrase(Piece[] pieces, Openness openness, bool isLoose) => (Pieces, Openness, IsLoose) = (pieces, openness, isLoose);

    public static Phrase Nothing { get; } = new([], Openness.Closed, false);

    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>How it ends.</summary>
    public Openness Openness { get; }

    /// <summary>
    /// It begins with terms that a bracket or a line of a fraction holds together, and that a term before would be heard to join.
    /// </summary>
    public bool IsLoose { get; }

    public bool IsEmpty => Pieces.Count == 0;

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
        var pieces = new List<Piece>(parts.Sum(part => part.Pieces.Count));
        Phrase? first = null;
        var last = Nothing;
        foreach (var part in parts)
        {
            if (part.IsEmpty)
                continue;
            pieces.AddRange(part.Pieces);
            first ??= part;
            last = part;
        }
        return new Phrase([.. pieces], last.Openness, first?.IsLoose == true);
    }

    public Phrase As(Openness openness) => openness == Openness ? this : new Phrase((Piece[])Pieces, openness, IsLoose);

    public Phrase AsLoose(bool isLoose = true) => isLoose == IsLoose ? this : new Phrase((Piece[])Pieces, Openness, isLoose);

    /// <summary>At least as open as given.</summary>
    public Phrase AtLeast(Openness openness) => openness > Openness ? As(openness) : this;
}
