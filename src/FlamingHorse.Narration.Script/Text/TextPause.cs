namespace FlamingHorse.Narration.Script.Text;

/// <summary>A pause in a text, written as SSML's <c>&lt;break time='400ms'/&gt;</c>.</summary>
/// <param name="Offset">UTF-16 units from the start of <see cref="MarkedText.Caption"/>; the break stood before this character.</param>
/// <param name="Milliseconds">Silence between what is said before and after.</param>
/// <param name="Written">Where the element begins in the text as written.</param>
/// <param name="Length">UTF-16 units of the element as written.</param>
public sealed record TextPause(int Offset, int Milliseconds, int Written, int Length);
