using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Keys;
using FlamingHorse.Narration.Script.Diagnostics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Tests.Keys;

/// <summary>Texts without formulas keep their keys. These were computed at 08724ec, before any formula was read.</summary>
public sealed class KeysWithoutFormulasTests
{
    private static readonly Voice _voice = new()
    {
        Name = "narrator",
        Backend = "mlx",
        Model = "m",
        Language = "English",
        ReferenceAudioHash = "a",
        ReferenceTextHash = "b",
    };

    [Theory]
    [InlineData("293c6fe784d76758", "English", "Rows and columns.", null)]
    [InlineData("e92d1f2ca00ee950", "German", "Rows and columns.", null)]
    [InlineData("1cca3f0c6d81150c", "English", "Rows and columns.", "said so")]
    [InlineData("ebc6118637140cf5", "English", "It costs $5 in May and $6 in June.", null)]
    [InlineData("977c314cbf092290", "German", "It costs $5 in May and $6 in June.", null)]
    [InlineData("1cca3f0c6d81150c", "English", "It costs $5 in May and $6 in June.", "said so")]
    [InlineData("2c900a160711899f", "English", "Set $HOME/$USER first.", null)]
    [InlineData("082e88690f2781f6", "German", "Set $HOME/$USER first.", null)]
    [InlineData("1cca3f0c6d81150c", "English", "Set $HOME/$USER first.", "said so")]
    [InlineData("75e6db4b36558ddd", "English", "A lone $ stays.", null)]
    [InlineData("40e38186ac1e053e", "German", "A lone $ stays.", null)]
    [InlineData("1cca3f0c6d81150c", "English", "A lone $ stays.", "said so")]
    [InlineData("6007805a2c28fedd", "English", "The  sin of\n<mark name='a'/>x.", null)]
    [InlineData("cb84eb7e8d7613ea", "German", "The  sin of\n<mark name='a'/>x.", null)]
    [InlineData("1cca3f0c6d81150c", "English", "The  sin of\n<mark name='a'/>x.", "said so")]
    [InlineData("ee1f1b1f44400170", "English", "Price: 5$ or 6 $ each", null)]
    [InlineData("2a61095fdfa46f81", "German", "Price: 5$ or 6 $ each", null)]
    [InlineData("1cca3f0c6d81150c", "English", "Price: 5$ or 6 $ each", "said so")]
    [InlineData("643a6869311e3344", "English", "a^2 + b_1 = {c}", null)]
    [InlineData("dcaec59df3be3549", "German", "a^2 + b_1 = {c}", null)]
    [InlineData("1cca3f0c6d81150c", "English", "a^2 + b_1 = {c}", "said so")]
    [InlineData("30563c000906ae57", "English", "(x) and \\n and \\alpha", null)]
    [InlineData("1c1700f57640e3fb", "German", "(x) and \\n and \\alpha", null)]
    [InlineData("1cca3f0c6d81150c", "English", "(x) and \\n and \\alpha", "said so")]
    [InlineData("0eeb342bc9db87f7", "English", "100 % of $VAR, or $1,000 and $2,000", null)]
    [InlineData("e289821d216b94ef", "German", "100 % of $VAR, or $1,000 and $2,000", null)]
    [InlineData("1cca3f0c6d81150c", "English", "100 % of $VAR, or $1,000 and $2,000", "said so")]
    [InlineData("5b2baa6c8afa3f16", "English", "Dr. Poincare\u0301", null)]
    [InlineData("30c89a068ca5b581", "German", "Dr. Poincare\u0301", null)]
    [InlineData("1cca3f0c6d81150c", "English", "Dr. Poincare\u0301", "said so")]
    public void A_text_without_a_formula_keeps_its_key(string key, string language, string text, string? spokenAs)
    {
        var lexicon = Lexicon.Parse("sin = sine\n[German]\nDr. = Doktor", "l.txt", []);
        var segment = new ScriptSegment
        {
            Id = "a",
            Text = text,
            SpokenAs = spokenAs,
            Language = language,
            Place = new SourcePlace("a"),
            Origin = SegmentOrigin.Item,
        };

        ActionKeys.Compute(SpokenText.Of(segment, lexicon, "English"), language, _voice, -18).ToString().ShouldStartWith(key);
    }
}
