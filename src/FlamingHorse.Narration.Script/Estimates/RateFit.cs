namespace FlamingHorse.Narration.Script.Estimates;

/// <summary>
/// Fits a voice's rate to clips of known duration: first one factor for the whole voice, then syllable, pause and start each on its own,
/// held to that factor as strongly as a few clips would hold them. Errors count relative to the clip's length, and by Huber's weights, so
/// that the one clip in fifty that went wrong does not set the pace.
/// </summary>
internal static class RateFit
{
    private const double PriorClips = 2;
    private const int Rounds = 8;

    // How far (relative to the scaled default) each part may be expected to lie from it: a voice's pauses differ more than its syllables.
    private static readonly double[] Spread = [0.15, 0.5, 0.7];

    // Relative error of a well predicted clip.
    private const double Noise = 0.08;

    public static SpeechRate Fit(SpeechRate prior, IEnumerable<(string Spoken, TimeSpan Duration)> known, string language)
    {
        var clips = known.Select(clip => new Clip(clip.Spoken, clip.Duration, language)).Where(clip => clip.IsUsable).ToList();
        if (clips.Count == 0)
            return prior;

        var scaled = Scale(prior, clips);
        var rate = scaled;
        for (var round = 0; round < Rounds; round++)
            rate = Step(scaled, rate, clips);
        return rate;
    }

    /// <summary>The default times the median of its errors, with a pull to 1 that fades as clips come in.</summary>
    private static SpeechRate Scale(SpeechRate prior, List<Clip> clips)
    {
        var ratios = clips.Select(clip => Math.Log(clip.Seconds / clip.Measure.Seconds(prior))).OrderBy(ratio => ratio).ToList();
        var median = (ratios[(ratios.Count - 1) / 2] + ratios[ratios.Count / 2]) / 2;
        var factor = Math.Exp(median * clips.Count / (clips.Count + PriorClips));
        return new SpeechRate
        {
            Syllable = prior.Syllable * factor,
            Pause = prior.Pause * factor,
            Start = prior.Start * factor,
        };
    }

    private static SpeechRate Step(SpeechRate scaled, SpeechRate current, List<Clip> clips)
    {
        // Unknown: by how much each part differs from the scaled default, as a share of it.
        var normal = new double[3, 4];
        for (var i = 0; i < 3; i++)
            normal[i, i] = 1 / (Spread[i] * Spread[i]);
        foreach (var clip in clips)
        {
            var share = new[]
            {
                clip.Measure.Syllables * scaled.Syllable / clip.Seconds,
                clip.Measure.Pauses * scaled.Pause / clip.Seconds,
                scaled.Start / clip.Seconds,
            };
            var missing = 1 - (share[0] + share[1] + share[2]);
            var error = Math.Abs(1 - clip.Measure.Seconds(current) / clip.Seconds) / Noise;
            var weight = (error <= 1.5 ? 1 : 1.5 / error) / (Noise * Noise);
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++)
                    normal[i, j] += weight * share[i] * share[j];
                normal[i, 3] += weight * share[i] * missing;
            }
        }

        var change = Solve(normal);
        return new SpeechRate
        {
            Syllable = scaled.Syllable * Math.Max(0.3, 1 + change[0]),
            Pause = scaled.Pause * Math.Max(0, 1 + change[1]),
            Start = scaled.Start * Math.Max(-1, 1 + change[2]),
        };
    }

    /// <summary>Gauss on a symmetric, positive definite system of three; no pivoting is needed.</summary>
    private static double[] Solve(double[,] m)
    {
        for (var pivot = 0; pivot < 3; pivot++)
        {
            for (var row = 0; row < 3; row++)
            {
                if (row == pivot)
                    continue;
                var factor = m[row, pivot] / m[pivot, pivot];
                for (var column = pivot; column < 4; column++)
                    m[row, column] -= factor * m[pivot, column];
            }
        }
        return [m[0, 3] / m[0, 0], m[1, 3] / m[1, 1], m[2, 3] / m[2, 2]];
    }

    private sealed class Clip(string spoken, TimeSpan duration, string language)
    {
        public SpeechMeasure Measure { get; } = SpeechMeasure.Of(spoken, language);

        public double Seconds { get; } = (duration - DurationEstimate.Head - DurationEstimate.Tail).TotalSeconds;

        /// <summary>Empty clips and lengths that cannot be speech.</summary>
        public bool IsUsable => Measure.Syllables > 0 && Seconds > 0.05;
    }
}
