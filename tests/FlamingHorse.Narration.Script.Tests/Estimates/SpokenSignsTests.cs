using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

public class SpokenSignsTests
{
    [Theory]
    [InlineData(0, "a1 ~|{}[]\"'.,")]
    [InlineData(1, "+×*/&@#²³·→∑£_")]
    [InlineData(2, @"=%−<°√$€\±")]
    [InlineData(3, ">÷^∫∈½¼∂")]
    [InlineData(4, "∞≈≠")]
    [InlineData(5, "≤≥")]
    public void A_symbol_is_said_by_its_name(double syllables, string symbols)
    {
        foreach (var symbol in symbols)
            (symbol, SpokenSigns.Syllables(symbol)).ShouldBe((symbol, syllables));
    }

    [Theory]
    [InlineData(0, "a1 +-'")]
    [InlineData(0.6, "()")]
    [InlineData(1, ",、،，")]
    [InlineData(1.3, "—–")]
    [InlineData(1.5, ";；:：")]
    [InlineData(2, ".!?…。！？।؟")]
    public void A_sign_of_punctuation_is_a_rest(double commas, string signs)
    {
        foreach (var sign in signs)
            (sign, SpokenSigns.Pause(sign)).ShouldBe((sign, commas));
    }

    [Theory]
    [InlineData("dr", "doctor")]
    [InlineData("approx", "approximately")]
    [InlineData("row", null)]
    [InlineData("approximately", null)]
    public void An_abbreviation_is_said_in_full(string word, string? full) => SpokenSigns.Abbreviation(word).ShouldBe(full);
}
