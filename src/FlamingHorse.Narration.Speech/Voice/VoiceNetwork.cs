using System.Runtime.InteropServices;
using FlamingHorse.Narration.Speech.Voice.Sound;
using Microsoft.ML.OnnxRuntime;

namespace FlamingHorse.Narration.Speech.Voice;

/// <summary>
/// The acoustic model: phonemes to durations and spectra. One session serves several threads; each run stays on its thread.
/// </summary>
internal sealed class VoiceNetwork(byte[] model) : IDisposable
{
    private static readonly string[] _inputs = ["ids", "speed"];
    private static readonly string[] _outputs = ["durations", "f0", "lh", "theta", "ln", "lr", "phi"];

    private readonly InferenceSession _session = Load(model);

    /// <summary>Works on the network's answer while it is in memory.</summary>
    /// <param name="durations">One an id: whole numbers of steps of 25 ms.</param>
    /// <param name="outputs">Two frames a step.</param>
    public delegate T Use<T>(ReadOnlySpan<float> durations, SpectralOutputs outputs);

    /// <param name="ids">With a boundary at both ends.</param>
    /// <param name="speed">1 is the voice's own.</param>
    /// <param name="use">Called once, on this thread.</param>
    /// <param name="cancellation">Ends the run within it.</param>
    /// <exception cref="OperationCanceledException"/>
    public T Run<T>(long[] ids, double speed, Use<T> use, CancellationToken cancellation)
    {
        using var options = new RunOptions();
        using var stop = cancellation.Register(() => options.Terminate = true);
        using var phonemes = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var pace = OrtValue.CreateTensorValueFromMemory([(float)speed], [1L]);
        try
        {
            using var answer = _session.Run(options, _inputs, [phonemes, pace], _outputs);
            return use(answer[0].GetTensorDataAsSpan<float>(), OutputsOf(answer));
        }
        catch (OnnxRuntimeException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    public void Dispose() => _session.Dispose();

    private static SpectralOutputs OutputsOf(IDisposableReadOnlyCollection<OrtValue> answer) =>
        new(
            answer[2].GetTensorDataAsSpan<float>(),
            answer[3].GetTensorDataAsSpan<float>(),
            answer[4].GetTensorDataAsSpan<float>(),
            answer[5].GetTensorDataAsSpan<float>(),
            answer[6].GetTensorDataAsSpan<float>(),
            answer[1].GetTensorDataAsSpan<float>()
        );

    private static InferenceSession Load(byte[] model)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        if (RuntimeInformation.ProcessArchitecture == Architecture.Arm64)
        {
            // KleidiAI's kernels are chosen by what the processor has, and round otherwise.
            options.AddSessionConfigEntry("mlas.disable_kleidiai", "1");
        }

        return new(model, options);
    }
}
