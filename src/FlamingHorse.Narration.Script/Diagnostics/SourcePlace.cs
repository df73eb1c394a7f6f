namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>A range in a text file. Lines and columns count from 1, as MSBuild and editors print them; 0 is "unknown".</summary>
public sealed record SourcePlace(string File, int Line = 0, int Column = 0, int EndLine = 0, int EndColumn = 0);
