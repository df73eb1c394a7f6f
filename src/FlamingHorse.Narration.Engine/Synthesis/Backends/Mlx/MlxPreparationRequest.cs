using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis.Recognizers.Mlx;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Mlx;

/// <summary>The request to a worker to check its environment and warm up.</summary>
internal static class MlxPreparationRequest
{
    /// <param name="context">Settings and resolved voices.</param>
    /// <param name="isProved"><c>ready.json</c> proves this voice: no trial is spoken.</param>
    public static string Write(PreparationContext context, bool isProved)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            var (settings, narrator) = (context.Settings, context.Narrator);
            json.WriteStartObject();
            json.WriteString(
                "model",
                narrator?.ModelFolder ?? narrator?.Model ?? settings.Defaults.Model ?? settings.Defaults.QualityModel
            );
            json.WriteString("language", narrator?.Language ?? settings.Defaults.Language ?? NarrationSettings.DefaultLanguage);
            json.WriteBoolean("allow_download", settings.Worker.AllowDownload);
            json.WriteNumber("memory_limit_gib", settings.Worker.MemoryLimit);
            json.WriteBoolean("skip_trial", isProved);
            if (MlxRecognizer.IsWanted(settings))
            {
                json.WriteStartObject("recognizer");
                WriteText(json, "model", MlxRecognizer.Model(settings, context.ProjectDirectory));
                WriteText(json, "aligner", MlxRecognizer.Aligner(settings, context.ProjectDirectory));
                json.WriteEndObject();
            }

            json.WriteStartArray("voices");
            foreach (var voice in context.Voices.Select(resolved => resolved.Voice).Where(voice => voice.ReferenceAudio is not null))
            {
                Write(json, voice);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Voice voice)
    {
        json.WriteStartObject();
        json.WriteString("name", voice.Name);
        json.WriteString("ref_audio", voice.ReferenceAudio);
        json.WriteString("ref_text", voice.ReferenceText ?? "");
        WriteSeconds(json, "start", voice.Cut.Start);
        WriteSeconds(json, "end", voice.Cut.End);
        json.WriteBoolean("allow_long_reference", voice.AllowLongReference);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? time)
    {
        if (time is { } at)
        {
            json.WriteNumber(name, at.TotalSeconds);
        }
    }
}
