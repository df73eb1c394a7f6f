using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform;
using FlamingHorse.Narration.Engine.Synthesis;
using FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;
using FlamingHorse.Narration.Engine.Synthesis.Voices;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

/// <summary>Which engine and voice speak which language, on each system.</summary>
public sealed class SystemVoiceChoiceTests : IDisposable
{
    /// <summary>As macOS 15 prints it, its jokes first.</summary>
    private const string Says = """
        Albert              en_US    # Hello! My name is Albert.
        Alice               it_IT    # Ciao! Mi chiamo Alice.
        Anna                de_DE    # Hallo! Ich heiße Anna.
        Bad News            en_US    # Hello! My name is Bad News.
        Daniel              en_GB    # Hello! My name is Daniel.
        Eddy (German (Germany)) de_DE    # Hallo! Ich heiße Eddy.
        Eddy (French (France)) fr_FR    # Bonjour! Je m’appelle Eddy.
        Samantha            en_US    # Hello! My name is Samantha.
        Thomas              fr_FR    # Bonjour, je m’appelle Thomas.
        Zarvox              en_US    # Hello! My name is Zarvox.
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("flite espeak-ng", "English", "flite")]
    [InlineData("flite espeak-ng", "German", "espeak-ng")]
    [InlineData("espeak-ng", "English", "espeak-ng")]
    [InlineData("espeak-ng", "German", "espeak-ng")]
    public async Task On_Linux_the_first_engine_that_speaks_the_language_is_taken(string programs, string language, string engine)
    {
        var resolved = await Resolve(Context(SystemFamily.Linux, programs, language));

        resolved.Voice.Engine.ShouldBe(engine);
        resolved.Voice.Model.ShouldBeEmpty("the engine takes the voice unasked, as in the keys of today");
        resolved.Pin.IsModelFromMachine.ShouldBeFalse();
        resolved.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Where_the_only_engine_speaks_English_German_is_an_error_with_its_cure()
    {
        var resolved = await Resolve(Context(SystemFamily.Linux, "flite", "German"));

        resolved.Problem.ShouldNotBeNull().Kind.ShouldBe(VoiceFindings.EngineVoiceMissing);
        resolved.Problem.Message.ShouldContain("apt-get install espeak-ng");
    }

    [Fact]
    public async Task A_segment_in_another_language_has_the_engine_that_speaks_it()
    {
        var resolved = await Resolve(Context(SystemFamily.Linux, "flite espeak-ng", "English", "German"));

        resolved.Voice.Engine.ShouldBe("flite");
        resolved.Pin.MachineVoices.ShouldBe(MachineVoices.None);
        var german = resolved.ByLanguage["german"];
        (german.Voice.Engine, german.Voice.Model).ShouldBe(("espeak-ng", ""));
        german.Pin.MachineVoices.ByLanguage["German"].ShouldBe(new("espeak-ng", ""));
        (await Resolve(Context(SystemFamily.Linux, "espeak-ng", "English", "German"))).ByLanguage.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Needs", "a Unix: say is a shell script here")]
    [InlineData("en-US", "English", "")]
    [InlineData("en-US", "German", "Anna")]
    [InlineData("en-US", "French", "Thomas")]
    [InlineData("de-AT", "German", "")]
    [InlineData("de-AT", "English", "Samantha")]
    [InlineData("", "English", "")]
    [InlineData("", "Italian", "Alice")]
    public async Task On_a_Mac_a_voice_of_the_lessons_language_speaks_whatever_the_systems_language(
        string system,
        string language,
        string voice
    )
    {
        AddSay();

        var resolved = await Resolve(Context(SystemFamily.MacOS, "say", language) with { SystemLanguage = system });

        (resolved.Voice.Engine, resolved.Voice.Model).ShouldBe(("say", voice));
        resolved.Pin.IsModelFromMachine.ShouldBe(voice.Length > 0, "other machines take it from the lock");
        resolved.Problem.ShouldBeNull();
    }

    [Fact]
    [Trait("Needs", "a Unix: say is a shell script here")]
    public async Task On_a_Mac_without_a_voice_for_the_language_there_is_an_error_with_its_cure()
    {
        AddSay();

        var resolved = await Resolve(Context(SystemFamily.MacOS, "say", "Finnish") with { SystemLanguage = "en-US" });

        resolved.IsKeyed.ShouldBeFalse();
        resolved.Problem.ShouldNotBeNull().Kind.ShouldBe(VoiceFindings.EngineVoiceMissing);
        resolved.Problem.Message.ShouldContain("Manage Voices");
    }

    [Fact]
    public async Task The_engine_in_the_lock_is_used_and_none_is_queried()
    {
        var locked = new LockedVoice
        {
            Backend = "system",
            Engine = "say",
            Model = "",
            Language = "German",
            MachineVoices = MachineVoices.None.With("French", new("say", "Thomas")),
        };
        var context = Context(SystemFamily.MacOS, "say", "German", "French") with
        {
            SystemLanguage = "en-US",
            Pinned = new Dictionary<string, LockedVoice> { ["narrator"] = locked },
        };

        var resolved = await Resolve(context);

        resolved.Voice.Model.ShouldBeEmpty("a key of the lock does not move");
        resolved.ByLanguage["French"].Voice.Model.ShouldBe("Thomas");
        var chosen = context with
        {
            Pinned = new Dictionary<string, LockedVoice> { ["narrator"] = locked with { Model = "Anna", IsModelFromMachine = true } },
        };
        (await Resolve(chosen)).Voice.Model.ShouldBe("Anna");
    }

    [Fact]
    public async Task An_editor_starts_nothing_and_has_no_key_where_it_would_have_to_ask()
    {
        var context = Context(SystemFamily.MacOS, "say", "German") with { SystemLanguage = "en-US", IsDesignTime = true };

        var resolved = await Resolve(context);

        resolved.IsKeyed.ShouldBeFalse();
        resolved.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_voice_that_the_author_names_is_used_in_every_language_of_its_engine()
    {
        var context = Context(SystemFamily.MacOS, "say", "German", "French") with { SystemLanguage = "en-US" };

        var resolved = await Resolve(context, model: "Markus");

        resolved.Voice.Model.ShouldBe("Markus");
        resolved.ByLanguage.ShouldBeEmpty();
    }

    private void AddSay() => _folder.WriteProgram("bin/say", $"#!/bin/sh\ncat <<'END'\n{Says}\nEND\n");

    private static ValueTask<ResolvedVoice> Resolve(VoiceContext context, string? model = null) =>
        new SystemBackend().ResolveVoiceAsync(context.Settings.Voices["narrator"] with { Model = model }, context, CancellationToken.None);

    private VoiceContext Context(SystemFamily family, string programs, string language, params string[] others)
    {
        var settings = SettingsReader.Read(
            new()
            {
                Properties = new Dictionary<string, string> { ["NarrationBackend"] = "system", ["NarrationLanguage"] = language },
                Environment = new Dictionary<string, string>
                {
                    ["PATH"] = $"{_folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}",
                },
                ProjectDirectory = _folder.Path,
                Backends = BackendRegistry.Descriptors,
            },
            new List<Finding>()
        );
        return new()
        {
            Settings = settings,
            Family = family,
            SystemLanguage = "en-US",
            ProjectDirectory = _folder.Path,
            WorkersDirectory = Requests.Workers,
            Languages = others.ToLookup(_ => "narrator"),
            IsProgramHere = programs.Split(' ').Contains,
        };
    }
}
