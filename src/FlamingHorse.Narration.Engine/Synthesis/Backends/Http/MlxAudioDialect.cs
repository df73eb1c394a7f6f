using System.Text.Json.Nodes;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>
/// <c>mlx_audio.server</c>: clones from a reference by its path on the server, which so must be this machine or share its files; knows no
/// seed.
/// </summary>
internal sealed class MlxAudioDialect : HttpDialect
{
    public override string Name => "mlx-audio";

    public override IEnumerable<string> CannotCarry(Voice voice)
    {
        if (voice.Sampling.Seed is not null)
        {
            yield return "Seed";
        }

        if (voice.Cut.Start is not null || voice.Cut.End is not null)
        {
            yield return "Start and End";
        }
    }

    public override JsonObject Body(SynthesisRequest request, ServerModel model, long seed, int mostFrames)
    {
        var body = new JsonObject
        {
            ["model"] = model.Id,
            ["input"] = request.Text,
            ["response_format"] = "wav", // mp3 unless asked
            ["lang_code"] = request.Language.ToLowerInvariant(),
            ["temperature"] = request.Voice.Sampling.Temperature,
            ["top_k"] = request.Voice.Sampling.TopK,
            ["top_p"] = request.Voice.Sampling.TopP,
            ["repetition_penalty"] = 1.05, // the model's own; the server's 1.0 switches it off
            ["max_tokens"] = mostFrames, // else a cut at 96 s
        };
        if (model.Voice is not null)
        {
            body["voice"] = model.Voice;
        }

        if (request.Voice.ReferenceAudio is { } path)
        {
            body["ref_audio"] = path;
            body["ref_text"] = request.Voice.ReferenceText;
        }

        return body;
    }

    /// <summary>No flag tells of a cut; the length does.</summary>
    public override bool IsCut(HttpResponseMessage answer, double frames, int mostFrames) => frames >= mostFrames - 0.5;
}
