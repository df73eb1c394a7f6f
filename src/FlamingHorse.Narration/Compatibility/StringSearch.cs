#if NETSTANDARD2_0
namespace FlamingHorse.Narration.Compatibility;

/// <summary>What newer frameworks have on strings.</summary>
internal static class StringSearch
{
    public static bool Contains(this string text, char character) => text.IndexOf(character) >= 0;
}
#endif
