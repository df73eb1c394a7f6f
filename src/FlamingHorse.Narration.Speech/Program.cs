namespace FlamingHorse.Narration.Speech;

internal static class Program
{
    private static int Main() => 0;
}
