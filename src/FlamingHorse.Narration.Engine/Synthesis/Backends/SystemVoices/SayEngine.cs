using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>macOS <c>say</c>, 24 kHz. Written from its manual page; not run on macOS by this project's own tests.</summary>
internal sealed class SayEngine : ISystemEngine
{
    /// <summary>Apple's usual voice for English; the list begins with novelty voices.</summary>
    public const string EnglishVoice = "Samantha";

    private static readonly HashSet<string> _jokes = new(
        (
            "Albert,Bad News,Bahh,Bells,Boing,Bubbles,Cellos,Deranged,Fred,Good News,Hysterical,Jester,Junior,Kathy,Organ,Pipe Organ,"
            + "Princess,Ralph,Superstar,Trinoids,Whisper,Wobble,Zarvox"
        ).Split(','),
        StringComparer.Ordinal
    );

    /// <summary>Novelty voices, and voices of the oldest kind.</summary>
    public static bool IsJoke(string name) => _jokes.Contains(name);

    public string Program => SystemEngines.Say;

    public bool SpeaksAsTheSystem => true;

    public string Cure(SystemFamily family) => "It is a part of macOS, in /usr/bin: look at PATH.";

    public IReadOnlyList<string>? VersionArguments => null;

    public IReadOnlyList<string> VoicesArguments => ["-v", "?"];

    /// <summary>Lines such as <c>Samantha            en_US    # Hello! My name is Samantha.</c>; a name may hold spaces.</summary>
    public IReadOnlyList<SystemVoice> Voices(string printed)
    {
        var voices = new List<SystemVoice>();
        foreach (var line in printed.Split('\n'))
        {
            var described = line.Split('#')[0].TrimEnd();
            var gap = described.LastIndexOf(' ');
            if (gap > 0)
            {
                voices.Add(new SystemVoice(described[..gap].Trim(), described[(gap + 1)..]));
            }
        }

        return voices;
    }

    /// <summary>No name is the voice of the system's settings, which <c>say</c> takes without <c>-v</c>.</summary>
    public SystemVoice? Choose(Voice voice, string language, IReadOnlyList<SystemVoice> available) =>
        voice.Model.Length == 0 ? new SystemVoice("") : available.FirstOrDefault(candidate => candidate.IsNamed(voice.Model));

    public IReadOnlyList<string> SpeakArguments(SystemVoice voice, string output)
    {
        IReadOnlyList<string> arguments = ["-f", "-", "-o", output, "--file-format=WAVE", "--data-format=LEI16@24000"];
        return voice.Name.Length == 0 ? arguments : ["-v", voice.Name, .. arguments];
    }

    /// <summary><c>[[…]]</c> embeds commands to the synthesizer.</summary>
    public string Input(string text) => text.Replace("[[", "[ [", StringComparison.Ordinal) + "\n";
}
