using System.Diagnostics;
using System.Globalization;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Planning.Keys;
using FlamingHorse.Narration.Script.Text;

namespace FlamingHorse.Narration.Engine.Tests.Keys;

public sealed class ActionKeyTests
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

    public static TheoryData<string> Cultures => ["", "en-US", "de-DE", "tr-TR", "ar-SA", "th-TH", "fa-IR"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Golden_keys_hold_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        try
        {
            GoldenVectors
                .All.Select(vector => $"{vector.Name}: {vector.Compute()}")
                .ShouldBe(GoldenVectors.All.Select(vector => $"{vector.Name}: {vector.Key}"));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    [Trait("Needs", "dotnet on PATH")]
    public async Task Golden_keys_hold_under_invariant_globalization()
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!.Contains("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet",
            [typeof(Program).Assembly.Location, Program.GoldenKeys]
        )
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        };
        using var child = Process.Start(start)!;
        var lines = (await child.StandardOutput.ReadToEndAsync()).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        await child.WaitForExitAsync();

        lines[0].ShouldBe("True");
        lines.Skip(1).ShouldBe(GoldenVectors.All.Select(vector => vector.Key));
    }

    [Fact]
    public void Every_field_of_the_record_changes_the_key()
    {
        (string, string, Voice, double?)[] variants =
        [
            ("t", "English", _voice, -18),
            ("T", "English", _voice, -18),
            ("t", "German", _voice, -18),
            ("t", "English", _voice with { Backend = "worker" }, -18),
            ("t", "English", _voice with { Engine = "flite" }, -18),
            ("t", "English", _voice with { Model = "m@revision" }, -18),
            ("t", "English", _voice with { ReferenceAudioHash = "c" }, -18),
            ("t", "English", _voice with { ReferenceAudioHash = null }, -18),
            ("t", "English", _voice with { ReferenceTextHash = "c" }, -18),
            ("t", "English", _voice with { ReferenceAudioHash = "b", ReferenceTextHash = "a" }, -18),
            ("t", "English", _voice with { Cut = new(TimeSpan.FromSeconds(1)) }, -18),
            ("t", "English", _voice with { Cut = new(null, TimeSpan.FromSeconds(1)) }, -18),
            ("t", "English", _voice with { Sampling = new(Temperature: 0.8) }, -18),
            ("t", "English", _voice with { Sampling = new(TopK: 51) }, -18),
            ("t", "English", _voice with { Sampling = new(TopP: 0.9) }, -18),
            ("t", "English", _voice with { Sampling = new(Seed: 0) }, -18),
            ("t", "English", _voice with { Speed = 0.9 }, -18),
            ("t", "English", _voice, -16),
            ("t", "English", _voice, null),
        ];

        variants.Select(variant => ActionKeys.Compute(variant.Item1, variant.Item2, variant.Item3, variant.Item4)).ShouldBeUnique();
    }

    [Fact]
    public void Pronunciations_change_the_key_wherever_they_stand()
    {
        Pronunciation[][] variants =
        [
            [],
            [new(0, 1, "a")],
            [new(1, 1, "a")],
            [new(0, 2, "a")],
            [new(0, 1, "b")],
            [new(0, 1, "a"), new(1, 1, "b")],
        ];

        variants.Select(say => ActionKeys.Compute("t", "English", _voice, -18, say)).ShouldBeUnique();
        ActionKeys.Compute("t", "English", _voice, -18, []).ShouldBe(ActionKeys.Compute("t", "English", _voice, -18));
    }

    [Fact]
    public void Breaks_change_the_key_wherever_they_stand()
    {
        SpokenPause[][] variants =
        [
            [],
            [new(0, 500)],
            [new(1, 500)],
            [new(1, 501)],
            [new(0, 500), new(1, 500)],
        ];

        variants.Select(pauses => ActionKeys.Compute("t", "English", _voice, -18, null, pauses)).ShouldBeUnique();
        ActionKeys.Compute("t", "English", _voice, -18, null, []).ShouldBe(ActionKeys.Compute("t", "English", _voice, -18));
    }

    /// <summary>As a program in another language computes them from the description of a key.</summary>
    [Theory]
    [InlineData(0.92, false, false, "430d0efc8814ce1224273883fe396c0342f27b6e14fac4733d7ddf1b9d1f493c")]
    [InlineData(1, true, false, "7089a22c2404af59de7328042fc936a421e7951740b460a73ab3fd9a7618cee6")]
    [InlineData(1, false, true, "a128e3b2622c7ede9c835cbd9e62fb68461eb0b80979e3bb8e024dda7dcf8425")]
    [InlineData(0.92, true, true, "fc70ac78ed6ee9b35801595c8681068d71f1ed7cec024161208373bdca621eb5")]
    public void Golden_keys_hold_with_a_pace_pronunciations_and_breaks(double speed, bool isSaid, bool hasBreak, string key)
    {
        var voice = new Voice
        {
            Name = "narrator",
            Backend = "neural",
            Model = "heart",
            Language = "English",
            Speed = speed,
        };
        Pronunciation[] say = isSaid ? [new(0, 1, "wˈɛlkəm")] : [];
        SpokenPause[] pauses = hasBreak ? [new(1, 500)] : [];

        ActionKeys.Compute("Welcome.", "English", voice, ActionKeys.Loudness, say, pauses).Hex.ShouldBe(key);
    }

    [Fact]
    public void Ill_formed_texts_have_keys_of_their_own()
    {
        // Literals: an attribute would carry them as UTF-8, which has no halves of a pair.
        string[] texts = ["a\uD800", "a\uD801", "a\uDC00", "a\uFFFD", "a", "a\uD800a\uD801", "a\uD801a\uD800"];

        texts.Select(text => ActionKeys.Compute(text, "English", _voice, -18)).ShouldBeUnique();
    }

    [Fact]
    public void Minus_zero_is_zero() =>
        ActionKeys.Compute("t", "English", _voice, -0.0).ShouldBe(ActionKeys.Compute("t", "English", _voice, 0.0));

    [Fact]
    public void What_only_this_machine_knows_is_not_part_of_the_key()
    {
        var here = _voice with
        {
            Name = "other",
            ReferenceAudio = "/home/me/ref.wav",
            ReferenceText = "Hello.",
            ModelFolder = "/models/m",
            AllowLongReference = true,
            Language = "German",
        };

        ActionKeys.Compute("t", "english", here, -18).ShouldBe(ActionKeys.Compute("t", "English", _voice, -18));
    }

    [Fact]
    public void No_text_can_be_arranged_to_look_like_another_field()
    {
        ActionKeys.Compute("ab", "c", _voice, -18).ShouldNotBe(ActionKeys.Compute("a", "bc", _voice, -18));
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1/0")]
    [InlineData("x/3")]
    [InlineData("3")]
    [InlineData("-1/3")]
    public void An_invalid_shard_is_refused(string text) => KeyShard.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Each_key_is_in_exactly_one_shard_and_shards_are_of_similar_size()
    {
        var keys = Enumerable.Range(0, 4_000).Select(i => ActionKeys.Compute($"text {i}", "English", _voice, -18)).ToList();
        var sizes = Enumerable.Range(1, 8).Select(index => keys.Count(new KeyShard(index, 8).Holds)).ToList();

        sizes.Sum().ShouldBe(4_000);
        sizes.ShouldAllBe(size => size > 400 && size < 600);
    }
}
