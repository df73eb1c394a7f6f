using System.Text.Json;
using FlamingHorse.Narration.Engine.Model;
using static FlamingHorse.Narration.Engine.Locks.LockValues;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>Reads a voice of a lock file.</summary>
internal static class LockedVoiceReader
{
    public static LockedVoice Read(ref Utf8JsonReader reader)
    {
        string? backend = null,
            engine = null,
            model = null,
            language = null,
            audio = null,
            text = null;
        var sampling = new Sampling();
        TimeSpan? start = null,
            end = null;
        double? loudness = null;
        var speed = 1d;
        var postProcessing = 0;
        bool isModelFromMachine = false,
            isLanguageFromMachine = false;
        var machineVoices = MachineVoices.None;
        StartObject(ref reader);
        while (NextProperty(ref reader) is { } name)
        {
            switch (name)
            {
                case "backend":
                    backend = Text(ref reader);
                    break;
                case "engine":
                    engine = Text(ref reader);
                    break;
                case "model":
                    model = Text(ref reader);
                    break;
                case "language":
                    language = Text(ref reader);
                    break;
                case "temperature":
                    sampling = sampling with { Temperature = Number(ref reader) };
                    break;
                case "topK":
                    sampling = sampling with { TopK = Whole32(ref reader) };
                    break;
                case "topP":
                    sampling = sampling with { TopP = Number(ref reader) };
                    break;
                case "seed":
                    sampling = sampling with { Seed = Whole(ref reader) };
                    break;
                case "referenceAudio":
                    audio = Hash(ref reader);
                    break;
                case "referenceText":
                    text = Hash(ref reader);
                    break;
                case "startTicks":
                    start = TimeSpan.FromTicks(Whole(ref reader));
                    break;
                case "endTicks":
                    end = TimeSpan.FromTicks(Whole(ref reader));
                    break;
                case "speed":
                    speed = Number(ref reader);
                    break;
                case "postProcessing":
                    postProcessing = Whole32(ref reader);
                    break;
                case "machineModel":
                    isModelFromMachine = Flag(ref reader);
                    break;
                case LockedVoiceWriter.MachineVoicesField:
                    machineVoices = ReadMachineVoices(ref reader);
                    break;
                case "machineLanguage":
                    isLanguageFromMachine = Flag(ref reader);
                    break;
                case "loudness":
                    loudness = Number(ref reader);
                    break;
                default:
                    throw Unknown(name);
            }
        }

        return new()
        {
            Backend = backend ?? throw Missing("backend"),
            Engine = engine ?? "",
            Model = model ?? throw Missing("model"),
            Language = language ?? throw Missing("language"),
            Sampling = sampling,
            ReferenceAudioHash = audio,
            ReferenceTextHash = text,
            Cut = new(start, end),
            Speed = speed,
            PostProcessing = postProcessing,
            Loudness = loudness,
            IsModelFromMachine = isModelFromMachine,
            IsLanguageFromMachine = isLanguageFromMachine,
            MachineVoices = machineVoices,
        };
    }

    private static MachineVoices ReadMachineVoices(ref Utf8JsonReader reader)
    {
        var voices = MachineVoices.None;
        StartObject(ref reader);
        while (NextProperty(ref reader) is { } language)
        {
            Expect(ref reader, JsonTokenType.StartArray);
            voices = voices.With(language, new(Text(ref reader), Text(ref reader)));
            Expect(ref reader, JsonTokenType.EndArray);
        }

        return voices;
    }
}
