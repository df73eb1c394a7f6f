#if NETSTANDARD2_0
namespace FlamingHorse.Narration.Compatibility;

/// <summary>Methods of strings that newer frameworks have, for the older one.</summary>
internal static class StringSearch
{
    public static bool Contains(this string text, char character) => text.IndexOf(character) >= 0;
}
#endif
