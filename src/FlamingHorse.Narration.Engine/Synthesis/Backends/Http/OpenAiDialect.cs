using System.Text.Json.Nodes;
using FlamingHorse.Narration.Engine.Model;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>The service that gave the route its name: its own voices, the language told from the text.</summary>
internal sealed class OpenAiDialect : HttpDialect
{
    public override string Name => "openai";

    public override IEnumerable<string> CannotCarry(Voice voice)
    {
        if (voice.ReferenceAudioHash is not null)
        {
            yield return "ReferenceAudio";
        }

        if (voice.Sampling.Seed is not null)
        {
            yield return "Seed";
        }

        foreach (var name in SamplingBeyondDefault(voice))
        {
            yield return name;
        }
    }

    public override JsonObject Body(SynthesisRequest request, ServerModel model, long seed, int mostFrames) =>
        new()
        {
            ["model"] = model.Id,
            ["input"] = request.Text,
            ["voice"] = model.Voice,
            ["response_format"] = "wav",
        };
}
