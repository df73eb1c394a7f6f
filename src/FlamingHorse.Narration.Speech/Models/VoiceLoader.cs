using FlamingHorse.Narration.Speech.Faults;
using FlamingHorse.Narration.Speech.Voice;

namespace FlamingHorse.Narration.Speech.Models;

/// <summary>Loads a voice: network, alphabet and the reader's data beside each other, and the hash of every file beside that.</summary>
/// <param name="loadReader">From a voice's folder.</param>
internal sealed class VoiceLoader(Func<string, IReader> loadReader)
{
    /// <summary>
    /// Every start hashes every file: 15 MB take some 10 ms on a core that is free while the network loads, which is cheaper than a record
    /// of earlier checks would be, and can't be out of date.
    /// </summary>
    /// <exception cref="Fault">A file is missing, damaged or unreadable.</exception>
    public Speaker Load(VoiceManifest manifest)
    {
        var network = Task.Run(() => File.ReadAllBytes(manifest.PathOf(manifest.Network)));
        var session = Start(() => new VoiceNetwork(network.GetAwaiter().GetResult()));
        var reader = Start(() => loadReader(manifest.Folder));
        var alphabet = Start(() => Alphabet.Parse(File.ReadAllBytes(manifest.PathOf(manifest.Alphabet))));
        var hashes = Start(() => RequireHashes(manifest, network.GetAwaiter().GetResult()));
        try
        {
            hashes.GetAwaiter().GetResult(); // first: a damaged file need not load, and this says why
            return new(
                session.GetAwaiter().GetResult(),
                alphabet.GetAwaiter().GetResult(),
                reader.GetAwaiter().GetResult(),
                manifest.SampleRate
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Fault(
                FaultCode.NoModel,
                $"The voice '{manifest.Name}' in {manifest.Folder} cannot be read: {e.Message}",
                "Delete the folder of the package or model and restore it.",
                e
            );
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or BadImageFormatException)
        {
            throw new Fault(
                FaultCode.NoDevice,
                $"ONNX Runtime's native library cannot be loaded: {(e.InnerException ?? e).Message}",
                Processes.Platform.OtherVoices,
                e
            );
        }
    }

    private static bool RequireHashes(VoiceManifest manifest, byte[] network)
    {
        FileHash.Require(manifest.PathOf(manifest.Network), FileHash.Of(network), manifest.ModelHash);
        foreach (var (file, hash) in manifest.Hashes.Where(file => file.Key != manifest.Network))
        {
            FileHash.Require(manifest.PathOf(file), FileHash.OfFile(manifest.PathOf(file)), hash);
        }

        return true;
    }

    private static Task<T> Start<T>(Func<T> load) =>
        Task.Factory.StartNew(load, default, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
