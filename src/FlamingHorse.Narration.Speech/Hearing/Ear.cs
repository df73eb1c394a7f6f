using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;
using Whisper.net;
using Whisper.net.LibraryLoader;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>
/// A loaded Whisper model. It is never told what to expect: with the text as a prompt, it hears words that were left out.
/// Several threads may use it at once.
/// </summary>
internal sealed class Ear : IDisposable
{
    /// <summary>Samples; whisper.cpp hears nothing in less than 0.1 s.</summary>
    private const int LeastRest = HeardSound.SampleRate / 10;

    /// <summary>Seconds; it stops a model that would otherwise never end.</summary>
    private const double LeastStep = 1;

    /// <summary>Bytes that whisper.cpp reserves for times: attention of 448 tokens to 1500 steps in eight heads, three times.</summary>
    private const int TimingMemory = 128 << 20;

    private readonly WhisperFactory _factory;

    private Ear(string path, string hash, WhisperFactory factory) => (Model, Revision, _factory) = (Path.GetFileName(path), hash, factory);

    /// <summary>The model's file name.</summary>
    public string Model { get; }

    /// <summary>SHA-256 of the model.</summary>
    public string Revision { get; }

    /// <summary>Whether it hears English only, as models named <c>….en</c> do.</summary>
    public bool KnowsEnglishOnly => Model.Contains(".en", StringComparison.Ordinal);

    /// <summary>Full names, lower case; the languages that the host has rules for.</summary>
    public IReadOnlyList<string> Languages =>
        KnowsEnglishOnly
            ? ["english"]
            : ["english", "german", "french", "spanish", "italian", "portuguese", "russian", "chinese", "japanese", "korean"];

    /// <exception cref="Fault">The file is missing or is not a model.</exception>
    public static Ear Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new Fault(FaultCode.NoModel, $"There is no model at {path}.", "Run PrepareNarration with NarrationAllowDownload=true.");
        }

        // Before the first factory, which looks for libraries once and keeps the result.
        RuntimeOptions.RuntimeLibraryOrder = [RuntimeLibrary.Cpu];
        try
        {
            var hash = Task.Run(() => FileHash.OfFile(path));
            var heads = AlignmentHeads.Of(path);
            var factory = WhisperFactory.FromPath(
                path,
                new()
                {
                    UseGpu = false,
                    DelayInitialization = false,
                    UseDtwTimeStamps = heads != WhisperAlignmentHeadsPreset.None,
                    HeadsPreset = heads,
                    DtwMemSize = TimingMemory,
                }
            );
            _ = factory.CreateBuilder(); // throws if the model did not load
            return new(path, hash.GetAwaiter().GetResult(), factory);
        }
        catch (Exception e) when (e is WhisperModelLoadException or IOException or UnauthorizedAccessException)
        {
            throw new Fault(FaultCode.NoModel, $"{path} cannot be loaded: {e.Message}", "Delete it and fetch it again.", e);
        }
        catch (Exception e) when (e is PlatformNotSupportedException or DllNotFoundException or FileNotFoundException)
        {
            throw new Fault(FaultCode.NoDevice, $"Whisper's library cannot be loaded: {e.Message}", inner: e);
        }
    }

    /// <summary>Whether a short context is shorter than the whole window.</summary>
    public static bool CanHearShort(HeardSound sound) => WindowCall.CanBeShort(sound);

    /// <param name="sound">What to listen to.</param>
    /// <param name="language">Full name, lower case.</param>
    /// <param name="isShort">Use only the context that the clip needs: four to five times as fast as the whole window of 30 s.</param>
    /// <param name="cancellation">Ends the listening; a native call that has started runs to its end.</param>
    public async Task<Transcript> HearAsync(HeardSound sound, string language, bool isShort, CancellationToken cancellation)
    {
        var (call, texts, words) = (new WindowCall(_factory, language), new List<string>(), new List<TimedWord>());
        var at = 0;
        do
        {
            var window = sound.Window(at, WindowCall.MostSeconds);
            var (text, tokens) = await call.HearAsync(window, isShort, cancellation).ConfigureAwait(false);
            texts.Add(text);
            words.AddRange(tokens.ToWords((double)at / HeardSound.SampleRate));
            // If the sound continues after the window, the window cuts a sentence: the next one begins where the last whole sentence ends.
            var isCut = at + window.Samples.Length < sound.Samples.Length;
            at +=
                tokens.LastTime is { } time && (isCut || tokens.WantsMore)
                    ? (int)(Math.Max(time, LeastStep) * HeardSound.SampleRate)
                    : window.Samples.Length;
        } while (at < sound.Samples.Length - LeastRest);

        var whole = string.Join(' ', texts.Where(text => text.Length > 0));
        return new(whole, words.Count == whole.Split(' ').Length ? words : []);
    }

    public void Dispose() => _factory.Dispose();
}
