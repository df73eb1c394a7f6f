namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>Ratios of amplitude and of power, in dB.</summary>
internal static class Decibels
{
    public static double FromAmplitude(double ratio) => 20 * Math.Log10(ratio);

    public static double FromPower(double ratio) => 10 * Math.Log10(ratio);

    public static double ToAmplitude(double decibels) => Math.Pow(10, decibels / 20);
}
