using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;
using FlamingHorse.Narration.Speech.Processes;
using FlamingHorse.Narration.Speech.Protocol.Preparing;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Protocol.Speaking;

/// <summary>Does once, with a stopwatch, what a build will do: checks the machine, loads the voice, makes a clip.</summary>
internal sealed class SpeakingCheck(Platform platform, VoiceShelf shelf, ModelLibrary library)
{
    // The rows' codes are findings of the host's table, as in the other workers.
    private const string DeviceRow = "FHN2006";
    private const string ModelRow = "FHN2007";
    private const string LoadRow = "FHN2037";
    private const string TrialRow = "FHN2012";

    private const string Trial = "This is a trial: the voice speaks, and it knows when it says each word.";
    private const string Again = "Fix what the rows above name, then run PrepareNarration again.";

    public void Run(JsonElement request, Report report)
    {
        try
        {
            platform.Require();
            report.Pass(DeviceRow, "device", $"{platform.Runtime}, the processor, {ClipQueue.Width} clips at once");
        }
        catch (Fault fault)
        {
            report.Fail(DeviceRow, "device", fault.Message, fault.Cure);
            report.Skip(LoadRow, "voice", "the engine does not run here", Again);
            report.Skip(TrialRow, "trial clip", "the engine does not run here", Again);
            return;
        }

        var model = request.Text("model") ?? VoiceCatalog.DefaultVoice;
        if (library.Knows(model) && new ModelCheck(library, request.Flag("allow_download"), report).Run(ModelRow, "model", model) is null)
        {
            report.Skip(LoadRow, "voice", "its files are not here", Again);
            report.Skip(TrialRow, "trial clip", "a check above failed", Again);
        }
        else if (Load(model, report) is not { } voice)
        {
            report.Skip(TrialRow, "trial clip", "a check above failed", Again);
        }
        else if (request.Flag("skip_trial"))
        {
            report.Skip(TrialRow, "trial clip", "it passed before, see ready.json", "");
        }
        else
        {
            Speak(voice.Voice, voice.LoadSeconds, report);
        }
    }

    private (ShelvedVoice Voice, double LoadSeconds)? Load(string model, Report report)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var voice = shelf.Take(model, FaultCode.NoModel);
            var seconds = clock.Elapsed.TotalSeconds;
            report.Pass(LoadRow, "voice", Invariant($"{voice.Manifest.Name} in {voice.Manifest.Folder}, all hashes right, {seconds:f1} s"));
            return (voice, seconds);
        }
        catch (Fault fault)
        {
            report.Fail(LoadRow, "voice", fault.Message, fault.Cure);
            return null;
        }
    }

    private static void Speak(ShelvedVoice voice, double loadSeconds, Report report)
    {
        Stopwatch clock;
        Clip clip;
        try
        {
            // The first clip of a process includes the compilation of the code that makes it.
            voice.Speaker.Speak(new(Trial, [], 1, Seed: 1), _ => { }, default);
            clock = Stopwatch.StartNew();
            clip = voice.Speaker.Speak(new(Trial, [], 1, Seed: 1), _ => { }, default);
        }
        catch (Exception e)
        {
            report.Fail(TrialRow, "trial clip", e.Message, "See the log for the engine's own words.");
            return;
        }

        var (took, seconds) = (clock.Elapsed.TotalSeconds, (double)clip.Length / clip.SampleRate);
        var peak = ClipMaker.PeakBytes() / (double)(1L << 30);
        report.Pass(
            TrialRow,
            "trial clip",
            Invariant($"{seconds:f1} s of speech in {took:f2} s, {seconds / took:f0} × real time, peak {peak:f2} GiB")
        );
        report.AddToResult(json =>
        {
            json.WriteStartObject("engine");
            foreach (var (name, value) in SpeakingPart.EngineOf(voice.Manifest))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteString("device", "cpu");
            json.WriteString("dtype", "float32");
            json.WriteString("model_source", voice.Manifest.Folder);
            json.WriteString("revision", voice.Manifest.ModelHash);
            json.WriteStartObject("timings");
            json.WriteNumber("model_load_seconds", Math.Round(loadSeconds, 3));
            json.WriteNumber("dry_run_generate_seconds", Math.Round(took, 3));
            json.WriteNumber("dry_run_audio_seconds", Math.Round(seconds, 3));
            json.WriteEndObject();
            json.WriteNumber("speed", Math.Round(seconds / took, 3));
            json.WriteNumber("peak_gib", Math.Round(peak, 3));
        });
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
