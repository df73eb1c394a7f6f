using System.Globalization;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>
/// eSpeak NG: many languages, 22.05 kHz. A voice is named by its code (<c>en-us</c>), its name, and optionally a variant (<c>en-us+f3</c>).
/// </summary>
internal sealed class EspeakEngine : ISystemEngine
{
    public string Program => SystemEngines.Espeak;

    public IReadOnlyList<string> VersionArguments => ["--version"];

    public IReadOnlyList<string> VoicesArguments => ["--voices"];

    /// <summary>Columns: priority, code, age and gender, name, file, others.</summary>
    public IReadOnlyList<SystemVoice> Voices(string printed) =>
        [
            .. from line in printed.Split('\n').Skip(1)
            let columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            where columns.Length >= 5
            orderby int.TryParse(columns[0], CultureInfo.InvariantCulture, out var priority) ? priority : int.MaxValue
            select new SystemVoice(columns[1], columns[3], columns[3]),
        ];

    public SystemVoice? Choose(Voice voice, string language, IReadOnlyList<SystemVoice> available)
    {
        if (voice.Model.Length == 0)
        {
            return available.FirstOrDefault(candidate => candidate.Name == DefaultCode(language))
                ?? available.FirstOrDefault(candidate => candidate.Language.StartsWith(language, StringComparison.OrdinalIgnoreCase));
        }

        var parts = voice.Model.Split('+', 2);
        var hasGoodVariant = parts.Length == 1 || (parts[1].Length > 0 && parts[1].All(char.IsAsciiLetterOrDigit));
        return hasGoodVariant && available.FirstOrDefault(candidate => candidate.IsNamed(parts[0])) is { } found
            ? found with
            {
                Name = parts.Length == 1 ? found.Name : $"{found.Name}+{parts[1]}",
            }
            : null;
    }

    public IReadOnlyList<string> SpeakArguments(SystemVoice voice, string output) => ["-v", voice.Name, "-b", "1", "--stdin", "-w", output];

    /// <summary>Two brackets would begin phonemes.</summary>
    public string Input(string text) => text.Replace("[[", "[ [", StringComparison.Ordinal) + "\n";

    private static string DefaultCode(string language) =>
        language.Length == 0
        || language.Equals("English", StringComparison.OrdinalIgnoreCase)
        || language.Equals("auto", StringComparison.OrdinalIgnoreCase)
            ? "en-us"
            : language.ToLowerInvariant();
}
