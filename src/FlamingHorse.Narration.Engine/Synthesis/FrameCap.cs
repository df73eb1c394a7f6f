namespace FlamingHorse.Narration.Engine.Synthesis;

/// <summary>How long a model may speak before it is cut. A cap from the text's length is what bounds a model that does not stop.</summary>
internal static class FrameCap
{
    /// <summary>Frames of 80 ms.</summary>
    public const double FramesPerSecond = 12.5;

    /// <summary>The least cap of mlx-audio's own batches.</summary>
    private const int Least = 75;

    /// <summary>Generous: well past what the quality gate would pass, so that no clip that it would take is cut.</summary>
    public static int For(TimeSpan estimate) => Math.Max(Least, (int)Math.Ceiling((estimate.TotalSeconds * 2.5 + 4) * FramesPerSecond));

    public static TimeSpan Length(double frames) => TimeSpan.FromSeconds(Math.Clamp(frames, 0, 1e8) / FramesPerSecond);
}
