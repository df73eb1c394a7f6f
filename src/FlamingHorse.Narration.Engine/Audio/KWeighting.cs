namespace FlamingHorse.Narration.Engine.Audio;

/// <summary>
/// The frequency weighting of ITU-R BS.1770-4: a shelf for the head, then a high pass. The Recommendation tabulates the
/// coefficients for 48 kHz only; these are the analogue filters behind them, so that any rate is weighted alike.
/// </summary>
internal struct KWeighting(int sampleRate)
{
    private Biquad _shelf = Shelf(sampleRate);
    private Biquad _highPass = HighPass(sampleRate);

    public double Next(double sample) => _highPass.Next(_shelf.Next(sample));

    private static Biquad Shelf(int rate)
    {
        const double frequency = 1681.974450955533,
            gain = 3.999843853973347,
            q = 0.7071752369554196;
        var k = Math.Tan(Math.PI * frequency / rate);
        var high = Math.Pow(10, gain / 20);
        var band = Math.Pow(high, 0.4996667741545416);
        var scale = 1 + k / q + k * k;
        return new Biquad(
            (high + band * k / q + k * k) / scale,
            2 * (k * k - high) / scale,
            (high - band * k / q + k * k) / scale,
            2 * (k * k - 1) / scale,
            (1 - k / q + k * k) / scale
        );
    }

    private static Biquad HighPass(int rate)
    {
        const double frequency = 38.13547087602444,
            q = 0.5003270373238773;
        var k = Math.Tan(Math.PI * frequency / rate);
        var scale = 1 + k / q + k * k;
        return new Biquad(1, -2, 1, 2 * (k * k - 1) / scale, (1 - k / q + k * k) / scale);
    }
}
