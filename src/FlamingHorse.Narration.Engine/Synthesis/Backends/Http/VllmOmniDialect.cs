using System.Globalization;
using System.Text.Json.Nodes;
using FlamingHorse.Narration.Engine.Audio;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>vLLM-Omni: clones from a reference that travels with the request, seeded, and tells how many tokens it made.</summary>
internal sealed class VllmOmniDialect : HttpDialect
{
    private const string TokensHeader = "x-vllm-omni-output-tokens";

    public override string Name => "vllm-omni";

    public override bool CarriesSeed => true;

    public override IEnumerable<string> CannotCarry(Voice voice) => SamplingBeyondDefault(voice);

    public override JsonObject Body(SynthesisRequest request, ServerModel model, long seed, int mostFrames)
    {
        var body = new JsonObject
        {
            ["model"] = model.Id,
            ["input"] = request.Text,
            ["response_format"] = "wav",
            ["language"] = request.Language,
            ["max_new_tokens"] = mostFrames,
            ["seed"] = seed,
        };
        if (model.Voice is not null)
        {
            body["voice"] = model.Voice;
        }

        if (request.Voice.ReferenceAudio is { } path)
        {
            body["task_type"] = "Base";
            body["ref_audio"] = DataUrl(path, request.Voice.Cut);
            body["ref_text"] = request.Voice.ReferenceText;
        }

        return body;
    }

    public override bool IsCut(HttpResponseMessage answer, double frames, int mostFrames) =>
        answer.Headers.TryGetValues(TokensHeader, out var values)
        && long.TryParse(values.FirstOrDefault(), CultureInfo.InvariantCulture, out var tokens)
            ? tokens >= mostFrames
            : frames >= mostFrames;

    private static string DataUrl(string path, ReferenceCut cut)
    {
        var bytes = File.ReadAllBytes(path);
        if (cut.Start is not null || cut.End is not null)
        {
            var whole = WavFile.Read(bytes);
            var from = Sample(cut.Start ?? TimeSpan.Zero);
            var to = Sample(cut.End ?? whole.Duration);
            bytes = WavFile.Write(whole with { Samples = whole.Samples[from..Math.Max(from, to)] });

            int Sample(TimeSpan at) => (int)Math.Clamp(Math.Round(at.TotalSeconds * whole.SampleRate), 0, whole.Samples.Length);
        }

        var type = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".MP3" => "mpeg",
            ".FLAC" => "flac",
            ".OGG" => "ogg",
            ".M4A" => "mp4",
            _ => "wav",
        };
        return $"data:audio/{type};base64,{Convert.ToBase64String(bytes)}";
    }
}
