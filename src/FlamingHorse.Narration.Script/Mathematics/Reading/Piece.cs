namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>One spoken word, or a comma.</summary>
/// <param name="Text">Without white space.</param>
/// <param name="Start">UTF-16 units from the start of the formula to what it was read from.</param>
/// <param name="End">Behind that.</param>
/// <param name="IsLetter">A letter that is spoken by its name.</param>
internal readonly record struct Piece(string Text, int Start, int End, bool IsLetter)
{
    public bool IsPause => Text is "," or ";";
}
