namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Whether what is said next would be heard as a part of what was said.</summary>
internal enum Openness
{
    /// <summary>It ends by itself: "x squared".</summary>
    Closed,

    /// <summary>An operator after it would be heard as part of it: "the square root of x".</summary>
    Open,

    /// <summary>So far that a relation behind it needs a breath too: "f of x plus h".</summary>
    Wide,
}
