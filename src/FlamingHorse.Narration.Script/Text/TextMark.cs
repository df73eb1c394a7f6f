namespace FlamingHorse.Narration.Script.Text;

/// <summary>A mark in a text: a name for an instant of the speech.</summary>
/// <param name="Name">As written in the mark.</param>
/// <param name="Offset">UTF-16 units from the start of <see cref="MarkedText.Caption"/>; the mark stood before this character.</param>
public sealed record TextMark(string Name, int Offset);
