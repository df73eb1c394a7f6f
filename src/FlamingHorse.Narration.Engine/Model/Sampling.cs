namespace FlamingHorse.Narration.Engine.Model;

/// <summary>How the model samples. Part of the key. Defaults are mlx-audio's.</summary>
/// <param name="Temperature">Above 0.</param>
/// <param name="TopK">Candidates kept at each step.</param>
/// <param name="TopP">Probability mass kept at each step, in (0, 1].</param>
/// <param name="Seed">Fixed by the user; null lets each attempt have its own.</param>
public sealed record Sampling(double Temperature = 0.9, int TopK = 50, double TopP = 1.0, long? Seed = null);
