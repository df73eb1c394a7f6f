using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>How one of the operating system's speech programs is asked. The text always goes in by standard input.</summary>
internal interface ISystemEngine
{
    /// <summary>The program's name on PATH.</summary>
    string Program { get; }

    /// <summary>Prints the version; null when there is no cheap way.</summary>
    IReadOnlyList<string>? VersionArguments { get; }

    /// <summary>Prints the voices.</summary>
    IReadOnlyList<string> VoicesArguments { get; }

    /// <summary>Reads that list.</summary>
    IReadOnlyList<SystemVoice> Voices(string printed);

    /// <summary>The voice to speak with; null when the machine has none that fits, since another would be a silent change.</summary>
    SystemVoice? Choose(Voice voice, string language, IReadOnlyList<SystemVoice> available);

    /// <summary>Speaks standard input into a WAV file.</summary>
    IReadOnlyList<string> SpeakArguments(SystemVoice voice, string output);

    /// <summary>What is written to standard input.</summary>
    string Input(string text) => text + "\n";

    /// <summary>Variables beside the plain environment.</summary>
    IReadOnlyDictionary<string, string> Variables(SystemVoice voice, string output) => new Dictionary<string, string>();
}
