using System.Globalization;
using CsCheck;

namespace FlamingHorse.Narration.Testing;

/// <summary>
/// What holds for every value. A failure is made as small as it gets and printed with its seed, which <c>CsCheck_Seed</c> plays again.
/// </summary>
public static class Properties
{
    private const int Full = 1_000_000;

    /// <summary>Draws values and checks each: a few in a plain run, a million in the full figures of <c>build/soak.sh</c>.</summary>
    /// <param name="name">For the table of figures.</param>
    /// <param name="values">What may come.</param>
    /// <param name="check">Throws where the property does not hold.</param>
    /// <param name="few">How many in a plain run.</param>
    /// <param name="each">How many cases a value holds.</param>
    public static void Holds<T>(string name, Gen<T> values, Action<T> check, int few, int each = 1)
    {
        var rounds = Soak.Rounds(few, Full / each);
        values.Sample(check, iter: rounds, threads: 1);
        if (Soak.Part > 0)
        {
            Soak.Record($"{name}, random cases", string.Create(CultureInfo.InvariantCulture, $"{(long)rounds * each:N0}, none failed"));
        }
    }
}
