using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Scripts.Python;

/// <summary>The source cannot be read any further.</summary>
internal sealed class PythonSyntaxException(SourcePlace place, string problem) : Exception(problem)
{
    public SourcePlace Place { get; } = place;
}
