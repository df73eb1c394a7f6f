using System.Globalization;
using System.Text;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>Flite: small, English, at its voices' own 8 or 16 kHz.</summary>
internal sealed class FliteEngine : ISystemEngine
{
    private const string DefaultVoice = "slt";
    private const string Heading = "Voices available:";

    public string Program => SystemEngines.Flite;

    public bool Speaks(string language) => LanguageTag.IsEnglish(language) || language.StartsWith("en", StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<string> VersionArguments => ["--version"];

    public IReadOnlyList<string> VoicesArguments => ["-lv"];

    public IReadOnlyList<SystemVoice> Voices(string printed)
    {
        var start = printed.IndexOf(Heading, StringComparison.Ordinal);
        var names = start < 0 ? "" : printed[(start + Heading.Length)..];
        return
        [
            .. names
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal)
                .Select(name => new SystemVoice(name, "English")),
        ];
    }

    /// <summary>
    /// Asked for an unknown voice, flite would speak with its default and report success; asked for a URL, it would fetch it.
    /// </summary>
    public SystemVoice? Choose(Voice voice, string language, IReadOnlyList<SystemVoice> available)
    {
        var name = voice.Model.Length == 0 ? DefaultVoice : voice.Model;
        return Speaks(language) ? available.FirstOrDefault(candidate => candidate.IsNamed(name)) : null;
    }

    public IReadOnlyList<string> SpeakArguments(SystemVoice voice, string output) =>
        ["-voice", voice.Name, "-f", "/dev/stdin", "-o", output];

    /// <summary>Flite reads bytes as ASCII: accents are removed and typographic characters replaced by plain ones.</summary>
    public string Input(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            plain.Append(
                c switch
                {
                    '‘' or '’' => "'",
                    '“' or '”' => "\"",
                    '–' or '—' => " - ",
                    '…' => "...",
                    '\u00A0' => " ",
                    _ => c.ToString(),
                }
            );
        }

        return plain.Append('\n').ToString();
    }
}
