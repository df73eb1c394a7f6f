namespace FlamingHorse.Narration.Script.Text;

/// <summary>An element of SSML that cannot be read, or that means nothing here.</summary>
/// <param name="Message">What is wrong, and the cure.</param>
/// <param name="Offset">Where it begins in the text as written.</param>
/// <param name="Length">UTF-16 units.</param>
public sealed record MarkupProblem(string Message, int Offset, int Length);
