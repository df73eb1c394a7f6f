using System.Text;
using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Models;
using Whisper.net;
using Whisper.net.LibraryLoader;

namespace FlamingHorse.Narration.Speech.Hearing;

/// <summary>
/// A loaded Whisper model. It is never told what it should hear: given the text as a prompt it hears words that were left out.
/// Several threads may listen at once.
/// </summary>
internal sealed class Ear : IDisposable
{
    /// <summary>Encoder steps of 20 ms; more than 1500, which are 30 s, is an error of whisper.cpp.</summary>
    private const int WholeWindow = 1500;

    private const int StepsPerSecond = 50;

    /// <summary>Without some steps more than the clip has, its last words go missing.</summary>
    private const int SpareSteps = 256;

    private readonly WhisperFactory _factory;

    private Ear(string path, string hash, WhisperFactory factory) => (Model, Revision, _factory) = (Path.GetFileName(path), hash, factory);

    /// <summary>The model's file name.</summary>
    public string Model { get; }

    /// <summary>SHA-256 of the model.</summary>
    public string Revision { get; }

    /// <summary>Models named <c>….en</c> know nothing else.</summary>
    public bool KnowsEnglishOnly => Model.Contains(".en", StringComparison.Ordinal);

    /// <summary>Full names, lower case; the languages that the host has rules for.</summary>
    public IReadOnlyList<string> Languages =>
        KnowsEnglishOnly
            ? ["english"]
            : ["english", "german", "french", "spanish", "italian", "portuguese", "russian", "chinese", "japanese", "korean"];

    /// <exception cref="Fault">The file is missing or no model.</exception>
    public static Ear Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new Fault(FaultCode.NoModel, $"There is no model at {path}.", "Run PrepareNarration with NarrationAllowDownload=true.");
        }

        // Before the first factory: what is found then is kept for good.
        RuntimeOptions.RuntimeLibraryOrder = [RuntimeLibrary.Cpu];
        try
        {
            var hash = Task.Run(() => FileHash.OfFile(path));
            var factory = WhisperFactory.FromPath(path, new() { UseGpu = false, DelayInitialization = false });
            _ = factory.CreateBuilder(); // here a model that did not load is told
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

    /// <summary>Whether a short context leaves anything out of the whole window.</summary>
    public static bool CanHearShort(HeardSound sound) => ShortContext(sound) < WholeWindow;

    /// <param name="sound">What to listen to.</param>
    /// <param name="language">Full name, lower case.</param>
    /// <param name="isShort">As much context as the clip needs, four to five times as fast as the whole window of 30 s.</param>
    /// <param name="cancellation">Ends the listening; the native call in work goes on to its end.</param>
    /// <returns>The transcript; empty where nothing was heard.</returns>
    public async Task<string> HearAsync(HeardSound sound, string language, bool isShort, CancellationToken cancellation)
    {
        // A builder for each clip: its processors share their options, and the context cannot be set later.
        var builder = _factory
            .CreateBuilder()
            .WithLanguage(language)
            .WithThreads(1)
            .WithNoContext()
            .WithMaxLastTextTokens(0)
            .WithTemperatureInc(0);
        var processor = (isShort ? builder.WithAudioContextSize(ShortContext(sound)) : builder).Build();
        await using (processor.ConfigureAwait(false))
        {
            var transcript = new StringBuilder();
            await foreach (var segment in processor.ProcessAsync(sound.Samples, cancellation).ConfigureAwait(false))
            {
                transcript.Append(segment.Text);
            }

            return transcript.ToString().Trim();
        }
    }

    public void Dispose() => _factory.Dispose();

    private static int ShortContext(HeardSound sound) => (int)Math.Ceiling(sound.Seconds * StepsPerSecond) + SpareSteps;
}
