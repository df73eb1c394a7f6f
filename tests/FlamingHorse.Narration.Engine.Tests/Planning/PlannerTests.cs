using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Locks;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning;
using FlamingHorse.Narration.Engine.Planning.Recordings;
using FlamingHorse.Narration.Script.Mathematics;
using FlamingHorse.Narration.Script.Segments;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Tests.Planning;

public class PlannerTests
{
    [Fact]
    public void A_voice_is_found_without_regard_to_case_and_planned_under_its_own_name()
    {
        var planned = Plan(Segment("Yes.", voice: "GUEST"), Voice("Guest", "English"));

        planned.VoiceName.ShouldBe("Guest");
        planned.Voice.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("German", "French", null, "German")]
    [InlineData("", "French", null, "French")]
    [InlineData(null, "French", "Italian", "French")]
    [InlineData(null, null, "Italian", "Italian")]
    [InlineData(null, null, null, "English")]
    public void The_language_is_the_segments_own_then_its_voices_then_the_projects_then_English(
        string? ofSegment,
        string? ofVoice,
        string? ofProject,
        string expected
    ) =>
        Plan(
            Segment("Ja.", language: ofSegment),
            ofVoice is null ? null : Voice("narrator", ofVoice),
            settings: new() { Defaults = new() { Language = ofProject } }
        )
            .Language.ShouldBe(expected);

    [Fact]
    public void A_voice_that_takes_phonemes_gets_the_lexicons_and_the_names_of_letters_in_English_alone()
    {
        var segment = Segment("Cauchy says $a$.");

        var english = Plan(segment, Voice("narrator", "English"), takesPhonemes: true);
        english.Say.ShouldHaveSingleItem().Phonemes.ShouldBe("kˈOʃi");
        english.Letters.ShouldNotBeEmpty();
        english.Unsayable.ShouldBeNull();

        Plan(segment, Voice("narrator", "German"), takesPhonemes: true).Letters.ShouldBeEmpty();
    }

    [Fact]
    public void A_voice_that_takes_none_has_a_word_that_it_cannot_say()
    {
        var planned = Plan(Segment("Cauchy says $a$."), Voice("narrator", "English"));

        planned.Say.ShouldBeEmpty();
        planned.Letters.ShouldBeEmpty();
        planned.Unsayable.ShouldNotBeNull().Word.ShouldBe("Cauchy");
    }

    private static PlannedSegment Plan(
        ScriptSegment segment,
        ResolvedVoice? voice,
        bool takesPhonemes = false,
        NarrationSettings? settings = null
    )
    {
        var voices = new Dictionary<string, ResolvedVoice>(StringComparer.OrdinalIgnoreCase);
        if (voice is not null)
        {
            voices[voice.Voice.Name] = voice;
        }

        return new Planner(
            settings ?? new(),
            Lexicon.Parse("Cauchy = /kˈOʃi/", "lexicon.txt", []),
            FormulaRules.Default,
            takesPhonemes,
            voices,
            NarrationLock.Empty,
            new Dictionary<string, LockedVoice>(),
            new RetakeSelection(""),
            new HashSet<string>(),
            new RecordingIndex([])
        )
            .Plan([segment])
            .ShouldHaveSingleItem();
    }

    private static ScriptSegment Segment(string text, string? voice = null, string? language = null) =>
        new()
        {
            Id = "A",
            Text = text,
            Voice = voice,
            Language = language,
            Place = new("a.cs"),
            Origin = SegmentOrigin.CSharp,
        };

    private static ResolvedVoice Voice(string name, string language) =>
        new(
            new()
            {
                Name = name,
                Backend = "neural",
                Model = "heart",
                Language = language,
            },
            new()
            {
                Backend = "neural",
                Model = "heart",
                Language = language,
            },
            IsKeyed: true,
            Problem: null
        );
}
