using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Units behind a number: upright letters, as \mathrm{m/s^2} or \text{m/s}.</summary>
internal sealed partial class RowSpeech
{
    private Phrase ReadUnits()
    {
        if (Current is TextNode text)
            return ReadTextUnit(text);
        var parts = new List<Phrase>();
        var isPer = false;
        while (UnitOf(Current) is { } unit)
        {
            var key = isPer && _speaker.Vocabulary.Has("unit.per." + unit) ? "unit.per." + unit : UnitKey(unit);
            if (key is null)
                break;
            var word = _speaker.Say(key, Current!);
            parts.Add(Current is ScriptNode script ? WithScripts(word, script) : word);
            _at++;
            isPer =
                Shape.Key(Current) == "slash"
                && UnitOf(Next) is { } below
                && (_speaker.Vocabulary.Has("unit.per." + below) || UnitKey(below) is not null);
            if (!isPer)
                continue;
            parts.Add(_speaker.Say("per", Current!));
            _at++;
        }
        return Phrase.Join(parts);
    }

    private Phrase ReadTextUnit(TextNode text)
    {
        var names = text.Words.Trim().Split('/');
        if (names.Length > 2 || UnitKey(names[0]) is not { } first)
            return Phrase.Nothing;
        var phrase = _speaker.Say(first, text);
        if (names.Length == 2)
        {
            if (!_speaker.Vocabulary.Has("unit.per." + names[1]))
                return Phrase.Nothing;
            phrase = Phrase.Join(phrase, _speaker.Say("per", text), _speaker.Say("unit.per." + names[1], text));
        }
        _at++;
        return phrase;
    }

    /// <summary>20^\circ\text{C}.</summary>
    private Factor? ReadTemperature(ScriptNode script)
    {
        if (script.Core is not NumberNode number || script.Sup is null || SingleSign(script.Sup) != "degree")
            return null;
        var scale = Current switch
        {
            TextNode text => text.Words.Trim(),
            LetterNode { Style: LetterStyle.Upright } letter => letter.Name,
            _ => null,
        };
        if (scale is not ("C" or "F"))
            return null;
        var words = _speaker.Say(scale == "C" ? "celsius" : "fahrenheit", script.Sup);
        _at++;
        return new Factor(Phrase.Join(_speaker.Number(number), words), FactorKind.Words, script);
    }

    private string? UnitKey(string unit) =>
        _speaker.Vocabulary.Has("unit." + unit) ? "unit." + unit
        : _speaker.Vocabulary.Has("name." + unit) ? "name." + unit
        : null;

    private static string? UnitOf(Node? node) =>
        node is null
            ? null
            : Shape.Core(node) switch
            {
                LetterNode { Style: LetterStyle.Upright, Name: not "d" and not "e" and not "i" } letter => letter.Name,
                NameNode name => name.Name,
                _ => null,
            };
}
