using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Publishing.Report.Audits;

/// <summary>Which segments are listened to: as good as random, and the same in every run and on every machine.</summary>
/// <param name="Share">In (0, 1].</param>
/// <param name="Count">Segments, when a count was asked for instead of a share.</param>
public sealed record AuditSample(double Share, int? Count = null)
{
    /// <summary>Reads <c>5%</c>, <c>12.5 %</c> or a count such as <c>20</c>; null if empty.</summary>
    /// <exception cref="NarrationException">FHN2020.</exception>
    public static AuditSample? Parse(string text)
    {
        text = text.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (
            text.EndsWith('%')
            && double.TryParse(text[..^1].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and <= 100
        )
        {
            return new(percent / 100);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new(1, count)
            : throw new NarrationException(
                VoiceFindings.InvalidSetting.At(
                    null,
                    $"NarrationAuditSample is '{text}', which is neither a share such as 5% nor a number of segments such as 20."
                )
            );
    }

    /// <summary>
    /// The ids whose hashes come first, rounded up to whole segments. A segment that joins or leaves the lesson changes the choice of
    /// the others by one at most.
    /// </summary>
    public IReadOnlySet<string> Choose(IReadOnlyCollection<string> ids)
    {
        // 0.05 × 200 must be 10, not a shade more and so 11.
        var count = Count ?? (int)Math.Ceiling(Math.Round(Share * ids.Count, 6));
        return ids.OrderBy(Rank, StringComparer.Ordinal).Take(count).ToHashSet(StringComparer.Ordinal);
    }

    private static string Rank(string id) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("narration-audit\n" + id)));
}
