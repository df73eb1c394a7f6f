using System.Text.Json.Nodes;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Http;

/// <summary>How one kind of server is asked for speech by <c>POST /v1/audio/speech</c>.</summary>
internal abstract class HttpDialect
{
    public abstract string Name { get; }

    public static HttpDialect? Named(string name) =>
        name switch
        {
            "openai" => new OpenAiDialect(),
            "vllm-omni" => new VllmOmniDialect(),
            "mlx-audio" => new MlxAudioDialect(),
            _ => null,
        };

    /// <summary>Settings that are part of the voice, and so of its key, and that this dialect has no field for.</summary>
    public abstract IEnumerable<string> CannotCarry(Voice voice);

    /// <exception cref="NarrationException">The voice has settings that this dialect has no field for, or lacks one.</exception>
    public void EnsureCarries(Voice voice)
    {
        var lacking = CannotCarry(voice).ToList();
        if (voice.Model.Contains('@', StringComparison.Ordinal))
        {
            lacking.Add("the model's @revision");
        }

        if (lacking.Count > 0)
        {
            throw new NarrationException(
                VoiceFindings.DialectCannotCarry.At(
                    null,
                    $"The dialect '{Name}' has no field for {string.Join(", ", lacking)} of voice '{voice.Name}'. Remove "
                        + $"it from the voice, or choose another NarrationEndpointDialect."
                )
            );
        }

        if (this is OpenAiDialect && ServerModel.Parse(voice.Model).Voice is null)
        {
            throw new NarrationException(
                VoiceFindings.InvalidSetting.At(
                    null,
                    $"Voice '{voice.Name}' does not say which of the server's voices speaks. Write its Model as model#voice, such "
                        + $"as gpt-4o-mini-tts#alloy."
                )
            );
        }
    }

    /// <summary>The request's body.</summary>
    /// <param name="request">What to speak.</param>
    /// <param name="model">The server's model and voice.</param>
    /// <param name="seed">Of this attempt.</param>
    /// <param name="mostFrames">The cap, in frames of 80 ms.</param>
    public abstract JsonObject Body(SynthesisRequest request, ServerModel model, long seed, int mostFrames);

    /// <summary>Whether the model ran into its cap, where the answer tells.</summary>
    /// <param name="answer">Headers.</param>
    /// <param name="frames">The clip's length in frames.</param>
    /// <param name="mostFrames">The cap.</param>
    public virtual bool IsCut(HttpResponseMessage answer, double frames, int mostFrames) => false;

    /// <summary>Whether the seed went into the body.</summary>
    public virtual bool CarriesSeed => false;

    protected static IEnumerable<string> SamplingBeyondDefault(Voice voice)
    {
        var usual = new Sampling();
        if (voice.Sampling.Temperature != usual.Temperature)
        {
            yield return "Temperature";
        }

        if (voice.Sampling.TopK != usual.TopK)
        {
            yield return "TopK";
        }

        if (voice.Sampling.TopP != usual.TopP)
        {
            yield return "TopP";
        }
    }
}
