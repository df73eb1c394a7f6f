using System.Text;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Processes;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Export.FlamingHorseFormat;

/// <summary>
/// Encodes with ffmpeg. A tag in the file names the take it was made of, so that a file that another tool has put in its place is noticed
/// and one that is right is not made again.
/// </summary>
/// <param name="program">ffmpeg: a name to be found on PATH, or a path.</param>
/// <param name="launcher">The package's <c>launch.sh</c>; null where there is none.</param>
/// <param name="environment">The build's own.</param>
internal sealed class Mp3Encoder(string program, string? launcher, IReadOnlyDictionary<string, string> environment)
{
    private const string Tag = "narration_sha256";
    private const int HeaderBytes = 4096;

    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    private readonly IReadOnlyDictionary<string, string> _environment = ChildEnvironment.ForSystemTools(environment);

    /// <summary>Whether the file is there and was made of the audio with this hash.</summary>
    public static bool IsOf(string path, string audioHash)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var header = new byte[HeaderBytes];
            var read = RandomAccess.Read(file, header, 0);
            return header.AsSpan(0, read).IndexOf(Encoding.ASCII.GetBytes($"{Tag}\0{audioHash}")) >= 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>
    /// Mono, 24 kHz, 192 kbit/s asked for: MPEG-2 Layer III, which is what MP3 is at this rate, ends at 160, and the encoder takes that.
    /// </summary>
    /// <exception cref="NarrationException">FHN3052 without ffmpeg, FHN3053 when it fails.</exception>
    public async Task EncodeAsync(string wav, string audioHash, string target, CancellationToken cancellation)
    {
        try
        {
            var run = await ChildRun.RunAsync(Command(wav, audioHash, target), "", _limit, cancellation).ConfigureAwait(false);
            if (run.ExitCode != 0)
            {
                throw new NarrationException(
                    StoreFindings.EncoderFailed.At(
                        null,
                        $"ffmpeg could not make {Path.GetFileName(target)} (exit code {run.ExitCode}): {run.Errors.Trim()} It needs an "
                            + $"ffmpeg with libmp3lame: 'ffmpeg -encoders' lists it."
                    )
                );
            }
        }
        catch (ChildStartException error)
        {
            throw new NarrationException(
                StoreFindings.EncoderMissing.At(
                    null,
                    $"{error.Message}. MP3 files are made by ffmpeg: install it (apt install ffmpeg, brew install ffmpeg, winget "
                        + $"install ffmpeg) and make sure it is on PATH. The other formats need no encoder."
                ),
                error
            );
        }
        catch (TimeoutException error)
        {
            throw new NarrationException(
                StoreFindings.EncoderFailed.At(
                    null,
                    $"{error.Message} for {Path.GetFileName(target)}. Try it by hand with 'ffmpeg -i {Path.GetFileName(wav)} out.mp3'."
                ),
                error
            );
        }
    }

    private ChildCommand Command(string wav, string audioHash, string target) =>
        new(
            program,
            [
                "-nostdin",
                "-hide_banner",
                "-loglevel",
                "error",
                "-y",
                "-i",
                Path.GetFullPath(wav),
                "-map",
                "0:a",
                "-map_metadata",
                "-1",
                "-metadata",
                $"{Tag}={audioHash}",
                "-ac",
                "1",
                "-ar",
                "24000",
                "-codec:a",
                "libmp3lame",
                "-b:a",
                "192k",
                "-id3v2_version",
                "4",
                "-fflags",
                "+bitexact",
                "-flags:a",
                "+bitexact",
                "-f",
                "mp3",
                target,
            ]
        )
        {
            Environment = _environment,
            WorkingDirectory = Path.GetDirectoryName(target)!,
            Launcher = launcher,
        };
}
