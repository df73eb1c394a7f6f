using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Intervals and commutators.</summary>
internal sealed partial class RowSpeech
{
    /// <summary>"the interval from zero to one"; an open one where membership says that it is one.</summary>
    private Phrase? SayInterval(FenceNode fence)
    {
        var comma = Split(fence.Body);
        if (comma is not { } ends)
            return null;
        var isOpen = fence is { Open: "(" or "]", Close: ")" or "[" };
        var isClosed = fence is { Open: "[", Close: "]" };
        if (isClosed && IsCommutator(fence))
            return _speaker.Say("commutator", fence, new RowSpeech(_speaker, fence.Body.Items, default).ReadArguments()).As(Openness.Open);
        if (isOpen && fence.Open == "(" && !IsOpenInterval(fence))
            return null;
        var key =
            isClosed ? "interval"
            : isOpen ? "interval.open"
            : "interval.half-open";
        return _speaker.Say(key, fence, ends.First, ends.Second).As(Openness.Open);
    }

    private (Phrase First, Phrase Second)? Split(RowNode body)
    {
        var commas = body.Items.Count(item => Shape.Key(item) is "comma" or "semicolon");
        if (commas != 1)
            return null;
        var at = 0;
        while (Shape.Key(body.Items[at]) is not ("comma" or "semicolon"))
            at++;
        if (at == 0 || at == body.Items.Count - 1)
            return null;
        var first = new RowSpeech(_speaker, body.Items, 0, at, default).ReadStatement();
        return (first, new RowSpeech(_speaker, body.Items, at + 1, body.Items.Count, default).ReadStatement());
    }

    private bool IsOpenInterval(FenceNode fence) =>
        Shape.Holds(fence.Body, item => Shape.Key(item) == "infinity")
        || (_at >= 2 && Shape.Key(Shape.Core(_items[_at - 2])) is "big-union" or "big-intersection")
        || (
            _at >= 2
            && Shape.Key(_items[_at - 2]) is "in" or "not-in" or "subset" or "subset-equal"
            && (_at < 3 || !Shape.IsBracket(_items[_at - 3]))
        );

    private bool IsCommutator(FenceNode fence)
    {
        var letters = fence.Body.Items.Where(item => Shape.Key(item) is not ("comma" or "semicolon")).ToList();
        return letters.Count > 1
            && letters.TrueForAll(item =>
                IsCapitalLetter(Shape.Core(item))
                || Shape.Core(item) is AccentNode
                || Shape.Letter(Shape.Core(item)) is { Name: "x" or "p" } && Shape.Key(Current) == "equals"
            );
    }
}
