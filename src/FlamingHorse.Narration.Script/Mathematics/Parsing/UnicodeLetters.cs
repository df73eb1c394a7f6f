namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>
/// Letters with a double line and script letters of Unicode: both ways, for formulas that hold them and captions that need them.
/// </summary>
internal static class UnicodeLetters
{
    private const string BlackboardPlain = "CHNPQRZ";
    private const string Blackboard = "ℂℍℕℙℚℝℤ";
    private const string CalligraphicPlain = "BEFHILMRego";
    private const string Calligraphic = "ℬℰℱℋℐℒℳℛℯℊℴ";

    /// <summary>The letter, at no place; null for any other character.</summary>
    public static LetterNode? OfCharacter(string character)
    {
        if (character.Length != 1)
            return null;
        if (Blackboard.IndexOf(character[0]) is var at and >= 0)
            return new LetterNode(BlackboardPlain.Substring(at, 1), LetterStyle.Blackboard, 0, 0);
        return Calligraphic.IndexOf(character[0]) is var script and >= 0
            ? new LetterNode(CalligraphicPlain.Substring(script, 1), LetterStyle.Calligraphic, 0, 0)
            : null;
    }

    /// <summary>How a caption shows the letter; itself where Unicode's first plane has no such letter.</summary>
    public static string Show(string letter, LetterStyle style)
    {
        var (plain, styled) = style switch
        {
            LetterStyle.Blackboard => (BlackboardPlain, Blackboard),
            LetterStyle.Calligraphic => (CalligraphicPlain, Calligraphic),
            _ => ("", ""),
        };
        return letter.Length == 1 && plain.IndexOf(letter[0]) is var at and >= 0 ? styled.Substring(at, 1) : letter;
    }
}
