using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>What delimiters hold.</summary>
internal sealed partial class RowSpeech
{
    private Factor ReadFence(FenceNode fence)
    {
        var body = fence.Body;
        if (Shape.Single(body) is GridNode grid && fence.Open is "(" or "[" or "lvert")
            return new Factor(new GridSpeech(_speaker).Read(grid, isDeterminant: fence.Open == "lvert"), FactorKind.Named, fence);
        switch (fence.Open, fence.Close)
        {
            case ("lvert", "rvert"):
                return SayNamed(_speaker.CountsElements && body.Items.Any(IsCapitalLetter) ? "size" : "absolute", fence);
            case ("lnorm", "rnorm"):
                return SayNamed("norm-of", fence);
            case ("lfloor", "rfloor"):
                return SayNamed("floor", fence);
            case ("lceil", "rceil"):
                return SayNamed("ceiling", fence);
            case ("lfloor" or "lceil", _):
                return new Factor(_speaker.Say("rounded", fence, _speaker.Read(body)), FactorKind.Named, fence);
            case ("lbrace", _):
                return new Factor(SaySet(fence), FactorKind.Named, fence);
            case ("langle", "rangle"):
                return new Factor(SayAngles(fence), FactorKind.Named, fence);
            case ("lvert", "rangle"):
                return SayNamed("ket", fence, FactorKind.Letter);
            case ("langle", "rvert"):
                return SayNamed("bra", fence, FactorKind.Letter);
        }
        if (
            fence.Open == "["
            && body.Items.Count == 3
            && Shape.Key(body.Items[1]) == "colon"
            && body.Items[0] is LetterNode
            && body.Items[2] is LetterNode
        )
        {
            return new Factor(
                _speaker.Say("index", fence, _speaker.Read(RowOf(body.Items[0])), _speaker.Read(RowOf(body.Items[2]))),
                FactorKind.Named,
                fence
            );
        }

        if (SayInterval(fence) is { } interval)
            return new Factor(interval, FactorKind.Named, fence);
        return ReadGroup(body, fence, isBracket: true);
    }

    private Factor SayNamed(string key, FenceNode fence, FactorKind kind = FactorKind.Named)
    {
        var body = new RowSpeech(_speaker, fence.Body.Items, default).ReadStatement().AsLoose(false);
        var openness = Operators.In(fence.Body) || body.IsLong ? Openness.Wide : Openness.Open;
        return new Factor(_speaker.Say(key, fence, body).As(kind == FactorKind.Letter ? Openness.Closed : openness), kind, fence);
    }

    /// <summary>A bracket that only groups is not spoken; a breath stands for it.</summary>
    private Factor ReadGroup(RowNode body, Node node, bool isBracket)
    {
        var phrase = new RowSpeech(_speaker, body.Items, _context with { IsIntegral = false, IsBound = false }).ReadStatement();
        var isSimple = !Operators.In(body) && !phrase.HasPause;
        if (isSimple)
            return new Factor(phrase, isBracket || body.Items.Count > 1 ? FactorKind.Group : FactorKind.Letter, node);
        return new Factor(phrase.As(Openness.Wide).AsLoose(isBracket && IsSpokenSum(body)), FactorKind.Group, node);
    }

    private bool IsSpokenSum(RowNode body) =>
        body.Items.Where((item, i) => i > 0 && (IsAdditive(item) || IsRelation(item) || Shape.Kind(item) is SymbolKind.Logic)).Any()
        || body.Items.Any(item => item is FractionNode fraction && Operators.In(fraction.Top));
}
