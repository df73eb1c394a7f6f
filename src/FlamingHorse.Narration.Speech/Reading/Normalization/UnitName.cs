namespace FlamingHorse.Narration.Speech.Reading.Normalization;

/// <summary>What a unit is called.</summary>
/// <param name="One">After exactly one.</param>
/// <param name="Several">After any other number.</param>
internal sealed record UnitName(string One, string Several)
{
    public string After(string number) => number is "1" or "-1" or "minus 1" ? One : Several;
}
