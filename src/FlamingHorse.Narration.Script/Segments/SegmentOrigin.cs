namespace FlamingHorse.Narration.Script.Segments;

/// <summary>Where a segment was written.</summary>
public enum SegmentOrigin
{
    /// <summary>An annotation in C#; the user's own member is implemented.</summary>
    CSharp,

    /// <summary>A <c>Narration</c> item of the project file; the member is generated whole.</summary>
    Item,

    /// <summary>An entry of a <c>NarrationScript</c> file; generated like an item.</summary>
    ScriptFile,
}
