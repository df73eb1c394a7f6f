namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>
/// The small raised and lowered characters of Unicode: both ways, for formulas that hold them and captions that need them.
/// </summary>
internal static class UnicodeScripts
{
    private const string SuperPlain = "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ";
    private const string SuperSmall = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ";
    private const string SubPlain = "0123456789+-=()aehijklmnoprstuvxβγρφχ";
    private const string SubSmall = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ";

    /// <summary>What a raised or lowered character stands for; null for any other.</summary>
    public static (bool IsSuper, string Text)? OfCharacter(string character)
    {
        if (character.Length != 1 || character[0] < '²')
            return null;
        if (SuperSmall.IndexOf(character[0]) is var super and >= 0)
            return (true, SuperPlain.Substring(super, 1));
        return SubSmall.IndexOf(character[0]) is var sub and >= 0 ? (false, SubPlain.Substring(sub, 1)) : null;
    }

    /// <summary>The text in small raised or lowered characters; null where Unicode lacks one.</summary>
    public static string? Small(string text, bool isSuper)
    {
        var (plain, small) = isSuper ? (SuperPlain, SuperSmall) : (SubPlain, SubSmall);
        var result = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var at = plain.IndexOf(text[i] == '−' ? '-' : text[i]);
            if (at < 0)
                return null;
            result[i] = small[at];
        }
        return new string(result);
    }
}
