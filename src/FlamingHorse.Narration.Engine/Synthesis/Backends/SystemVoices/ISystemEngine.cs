using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>How one of the operating system's speech programs is called. The text always goes to its standard input.</summary>
internal interface ISystemEngine
{
    /// <summary>The program's name on PATH.</summary>
    string Program { get; }

    /// <summary>How to install the program; a sentence.</summary>
    string Cure(SystemFamily family) =>
        family switch
        {
            SystemFamily.MacOS => $"Install it (brew install {Program}).",
            SystemFamily.Windows => $"Install {Program} and put it on PATH.",
            _ => $"Install it (Debian: apt-get install {Program}).",
        };

    /// <summary>Whether it speaks this language, given a voice for it.</summary>
    bool Speaks(string language) => true;

    /// <summary>Without a name it speaks with the voice of the system's settings, in that voice's language.</summary>
    bool SpeaksAsTheSystem => false;

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
