using System.Globalization;
using System.Text;
using FlamingHorse.Narration.Script.Segments;

namespace FlamingHorse.Narration.Script.Manifests;

/// <summary>Writes a manifest as JSON: LF, one line a segment, members that have their default left out.</summary>
public static class ManifestWriter
{
    /// <summary>The same text for the same manifest, always.</summary>
    public static string Write(NarrationManifest manifest)
    {
        var json = new StringBuilder(256 + (manifest.Segments.Count * 384));
        json.Append("{\n\"schema\":").Append(NarrationManifest.CurrentSchema);
        Append(json, "rootNamespace", manifest.RootNamespace);
        Append(json, "className", manifest.ClassName);
        Append(json, "designTime", manifest.IsDesignTime);
        json.Append(",\n\"segments\":[");

        var separator = "\n";
        foreach (var segment in manifest.Segments)
        {
            json.Append(separator);
            Write(json, segment);
            separator = ",\n";
        }

        return json.Append("\n]}\n").ToString();
    }

    private static void Write(StringBuilder json, ManifestSegment segment)
    {
        json.Append("{\"id\":");
        JsonText.Append(json, segment.Id);
        Append(json, "origin", segment.Origin == SegmentOrigin.CSharp ? null : segment.Origin.ToString());
        Append(json, "member", segment.Member);
        Append(json, "text", segment.Text);
        Append(json, "spokenAs", segment.SpokenAs);
        Append(json, "voiceAsWritten", segment.VoiceAsWritten);
        Append(json, "languageAsWritten", segment.LanguageAsWritten);
        Append(json, "caption", segment.Caption);
        Append(json, "spoken", segment.Spoken);
        Append(json, "voice", segment.Voice);
        Append(json, "model", segment.Model.Length == 0 ? null : segment.Model);
        Append(json, "samples", segment.SampleCount);
        Append(json, "rate", segment.SampleRate);
        Append(json, "speechStart", segment.SpeechStart);
        Append(json, "speechEnd", segment.SpeechEnd);
        Append(json, "estimated", segment.IsEstimated);
        Append(json, "draft", segment.IsDraft);
        Append(json, "audioHash", segment.AudioHash);
        Append(json, "audioFile", segment.AudioFile);
        if (segment.Order is { } order)
            Append(json, "order", order);

        if (segment.Rank != 0)
            Append(json, "rank", segment.Rank);

        Append(json, "words", segment.Words);
        Append(json, "captionWords", segment.CaptionWords);
        AppendCues(json, segment.Cues);
        json.Append('}');
    }

    private static void AppendCues(StringBuilder json, IReadOnlyList<ManifestCue> cues)
    {
        if (cues.Count == 0)
            return;

        json.Append(",\"cues\":[");
        for (var i = 0; i < cues.Count; i++)
        {
            json.Append(i == 0 ? "{\"name\":" : ",{\"name\":");
            JsonText.Append(json, cues[i].Name);
            Append(json, "sample", cues[i].Sample);
            Append(json, "estimated", cues[i].IsEstimated);
            json.Append('}');
        }

        json.Append(']');
    }

    private static void Append(StringBuilder json, string name, string? value)
    {
        if (value is null)
            return;

        json.Append(",\"").Append(name).Append("\":");
        JsonText.Append(json, value);
    }

    private static void Append(StringBuilder json, string name, long value) =>
        json.Append(",\"").Append(name).Append("\":").Append(value.ToString(CultureInfo.InvariantCulture));

    private static void Append(StringBuilder json, string name, bool value)
    {
        if (value)
            json.Append(",\"").Append(name).Append("\":true");
    }
}
