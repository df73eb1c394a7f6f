using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using static FlamingHorse.Narration.Engine.Locks.LockFields;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>Writes a voice of a lock file.</summary>
internal static class LockedVoiceWriter
{
    public const string MachineVoicesField = "machineVoices";

    public static void Write(Utf8JsonWriter json, LockedVoice voice)
    {
        json.WriteString("backend", voice.Backend);
        if (voice.Engine.Length > 0)
        {
            json.WriteString("engine", voice.Engine);
        }

        json.WriteString("model", voice.Model);
        json.WriteString("language", voice.Language);
        json.WriteNumber("temperature", voice.Sampling.Temperature);
        json.WriteNumber("topK", voice.Sampling.TopK);
        json.WriteNumber("topP", voice.Sampling.TopP);
        WriteWhole(json, "seed", voice.Sampling.Seed);
        WriteText(json, "referenceAudio", voice.ReferenceAudioHash);
        WriteText(json, "referenceText", voice.ReferenceTextHash);
        WriteWhole(json, "startTicks", voice.Cut.Start?.Ticks);
        WriteWhole(json, "endTicks", voice.Cut.End?.Ticks);
        if (!voice.Speed.Equals(1d))
        {
            json.WriteNumber("speed", voice.Speed);
        }

        json.WriteNumber("postProcessing", voice.PostProcessing);
        if (voice.Loudness is { } loudness)
        {
            json.WriteNumber("loudness", loudness);
        }

        WriteFlag(json, "machineModel", voice.IsModelFromMachine);
        WriteFlag(json, "machineLanguage", voice.IsLanguageFromMachine);
        WriteMachineVoices(json, voice.MachineVoices);
    }

    private static void WriteMachineVoices(Utf8JsonWriter json, MachineVoices voices)
    {
        if (voices.ByLanguage.Count == 0)
        {
            return;
        }

        json.WriteStartObject(MachineVoicesField);
        foreach (var (language, voice) in voices.ByLanguage)
        {
            json.WriteStartArray(language);
            json.WriteStringValue(voice.Engine);
            json.WriteStringValue(voice.Model);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
