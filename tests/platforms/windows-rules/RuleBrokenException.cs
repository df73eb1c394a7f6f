namespace FlamingHorse.Narration.WindowsRules;

/// <summary>The system does not do what Windows does.</summary>
internal sealed class RuleBrokenException(string message) : Exception(message)
{
    public static void Unless(bool holds, string what)
    {
        if (!holds)
        {
            throw new RuleBrokenException(what);
        }
    }
}
