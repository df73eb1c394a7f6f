using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Powers.</summary>
internal sealed partial class RowSpeech
{
    private Phrase SayPower(ScriptNode script, RowNode sup)
    {
        var core = script.Core;
        if (SingleSign(sup) is { } sign)
            return _speaker.Say(sign, sup);
        if (Shape.Integer(sup) is { } number && !IsSpace(script))
        {
            if (number is 2 or 3)
                return _speaker.Say(number == 2 ? "squared" : "cubed", sup);
            if (number == -1 && IsInvertible(core))
                return _speaker.Say("inverse", sup);
            if (number > 0 && _speaker.Vocabulary.Numbers.Power(number) is { } ordinal)
                return Phrase.Join(_speaker.Say("to-the", sup), Speaker.Words(ordinal, sup.Start, sup.End));
        }
        if (IsTransposed(script, sup))
            return _speaker.Say("transpose", sup);
        if (sup.Items.Count == 2 && Shape.Key(sup.Items[0]) == "minus" && IsTransposed(script, RowOf(sup.Items[1])))
            return Phrase.Join(_speaker.Say("inverse", sup), _speaker.Say("transpose", sup));
        if (
            Shape.LetterName(sup) is "c" or "C"
            && (IsCapitalLetter(core) || core is FenceNode { Open: "(" } set && set.Body.Items.Any(IsCapitalLetter))
        )
        {
            return _speaker.Say("complement", sup);
        }

        if (Suffix(sup) is { } suffix)
            return suffix;
        var content = _speaker.Read(sup, new(WithoutIs: true, IsScript: true));
        if (IsSpace(script) || (Shape.Single(sup) is TextNode or NameNode))
            return content.As(Openness.Closed);
        var phrase = Phrase.Join(_speaker.Say("to-the", sup), WithoutDoubledArticle(content));
        return phrase.As(Operators.In(sup) || phrase.HasPause ? Openness.Wide : Openness.Open).AsLoose(false);
    }

    /// <summary>"to the absolute value", not "to the the absolute value".</summary>
    private Phrase WithoutDoubledArticle(Phrase content) =>
        !content.IsEmpty
        && content.Pieces[0].Text == _speaker.Vocabulary.Template("to-the")[_speaker.Vocabulary.Template("to-the").Count - 1]
            ? Phrase.Join([.. content.Pieces.Skip(1).Select(Phrase.Of)])
            : content;

    /// <summary>(i) of a sample or a step.</summary>
    private Phrase? Suffix(RowNode sup) =>
        Shape.Single(sup) is FenceNode { Open: "(" } fence
            ? Phrase.Join(_speaker.Say("superscript", sup), _speaker.Read(fence.Body, new(IsScript: true)))
            : null;

    private static string? SingleSign(RowNode sup) =>
        Shape.SingleKey(sup) switch
        {
            "star" => "conjugate",
            "compose" or "degree" => "degree",
            "dag" => "dag",
            "plus" => "plus",
            "minus" => "minus",
            "plus-minus" => "plus-minus",
            "perpendicular" or "bot" => "perp",
            "cross" => "cross",
            "infinity" => null,
            _ => null,
        };
}
