using System.Globalization;

namespace FlamingHorse.Narration.Engine.Planning;

/// <summary>
/// Numbers of takes, from which the seeds follow. A retake's number is drawn from the audio that it replaces: it differs from take to
/// take, and needs no counter that every machine would have to share.
/// </summary>
internal static class TakeNumber
{
    /// <summary>Nothing is replaced.</summary>
    public const int First = 0;

    /// <param name="audioHash">SHA-256 of the take that is to be replaced, lower-case hex.</param>
    public static int After(string audioHash) =>
        1 + (int.Parse(audioHash.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) & 0x3FFF_FFFF);
}
