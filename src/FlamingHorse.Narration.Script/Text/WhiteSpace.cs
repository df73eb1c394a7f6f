namespace FlamingHorse.Narration.Script.Text;

/// <summary>
/// White space by Unicode's White_Space property, written out: <see cref="char.IsWhiteSpace(char)"/> has changed its mind between
/// runtimes (U+180E), and the key must not.
/// </summary>
internal static class WhiteSpace
{
    public static bool Is(char c) =>
        c <= ' '
            ? c is ' ' or (>= '\t' and <= '\r')
            : c >= '\u0085'
                && c
                    is '\u0085'
                        or '\u00A0'
                        or '\u1680'
                        or (>= '\u2000' and <= '\u200A')
                        or '\u2028'
                        or '\u2029'
                        or '\u202F'
                        or '\u205F'
                        or '\u3000';
}
