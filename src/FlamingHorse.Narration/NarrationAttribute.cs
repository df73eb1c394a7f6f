namespace FlamingHorse.Narration;

/// <summary>
/// Makes a static partial property of type <see cref="NarrationSegment"/> a narrated segment: the build speaks the text, and the
/// generator implements the property with the exact duration of what was spoken.
/// </summary>
/// <remarks>
/// The text is read before the compiler runs: write a string literal (regular, verbatim or raw), a <c>+</c> of such, or a
/// <c>const string</c> of the same or a containing type in the same file. <c>&lt;mark name='row'/&gt;</c> in it sets a cue, which
/// is neither spoken nor captioned. The same rules apply to every property below.
/// </remarks>
/// <example>
/// <code>
/// public static partial class Intro
/// {
///     [Narration("Welcome to this video on matrix multiplication.")]
///     public static partial NarrationSegment Welcome { get; }
/// }
/// </code>
/// </example>
/// <param name="text">The text, as captions show it and, unless <see cref="SpokenAs"/> is set, as it is spoken.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = false, Inherited = false)]
public sealed class NarrationAttribute(string text) : Attribute
{
    /// <summary>The text as written, marks included.</summary>
    public string Text { get; } = text;

    /// <summary>The name of the voice that speaks; null for the project's default voice.</summary>
    public string? Voice { get; set; }

    /// <summary>The language by its full English name, such as <c>"English"</c>; null for the project's default language.</summary>
    public string? Language { get; set; }

    /// <summary>
    /// What the voice says where that differs from the caption, such as <c>"C i j"</c> for <c>C_ij</c>; null where it does not.
    /// </summary>
    public string? SpokenAs { get; set; }

    /// <summary>
    /// The identity, which names the audio file and the line in the lock file; null for the path of type and member. Set it to
    /// rename a member without losing its take.
    /// </summary>
    public string? Id { get; set; }
}
