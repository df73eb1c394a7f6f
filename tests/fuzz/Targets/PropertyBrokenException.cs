namespace FlamingHorse.Narration.Fuzz;

/// <summary>What must hold for every input does not hold for this one.</summary>
internal sealed class PropertyBrokenException(string message) : Exception(message)
{
    public static void Unless(bool holds, string what)
    {
        if (!holds)
        {
            throw new PropertyBrokenException(what);
        }
    }
}
