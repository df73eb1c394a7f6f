using System.Globalization;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>The <c>Order</c> of a <c>Narration</c> or <c>NarrationScript</c> item.</summary>
internal static class ItemOrder
{
    public const string Metadata = "Order";

    /// <summary>Null where none is stated, and where what is stated means nothing, which is FHN1068.</summary>
    public static int? Read(ITaskItem item, SourcePlace place, ICollection<Finding> findings)
    {
        var text = item.GetMetadata(Metadata).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order))
        {
            return order;
        }

        findings.Add(
            ScriptFindings.InvalidOrder.At(place, $"Order of '{item.ItemSpec}' is \"{text}\". It must be a whole number, such as 3 or -1.")
        );
        return null;
    }
}
