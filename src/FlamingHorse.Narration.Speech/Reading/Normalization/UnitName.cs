namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>The name of a unit.</summary>
/// <param name="One">The form after exactly one.</param>
/// <param name="Several">The form after any other number.</param>
internal sealed record UnitName(string One, string Several)
{
    public string After(string number) => number is "1" or "-1" or "minus 1" ? One : Several;
}
