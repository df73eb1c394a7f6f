namespace FlamingHorse.Narration.Fuzz.Targets;

/// <summary>
/// A fault that is meant to be found: it breaks at a WAV file with a sample that is not zero. A fuzzer that does not get there from one of
/// silence within seconds does not look, and finds nothing in the other targets either.
/// </summary>
internal static class PlantedTarget
{
    public const string Name = "planted";

    private const int Header = 44;

    public static bool Read(byte[] input)
    {
        PropertyBrokenException.Unless(!WavTarget.Read(input) || !input.AsSpan(Header).ContainsAnyExcept((byte)0), "the planted fault");
        return true;
    }
}
