using System.Text.Json;

namespace FlamingHorse.Narration.Speech.Tests.Protocol;

/// <summary>Lines that a host would send.</summary>
internal static class HostMessages
{
    public static string Synth(
        int batch,
        IEnumerable<(int Id, string Text, string Out)> items,
        ulong seed = 7,
        string language = "english",
        double speed = 1,
        string? model = null
    ) =>
        JsonSerializer.Serialize(
            new
            {
                t = "synth",
                batch,
                voice = "narrator",
                language,
                seed,
                speed,
                model,
                items = items.Select(item => new
                {
                    id = item.Id,
                    text = item.Text,
                    @out = item.Out,
                }),
            }
        );
}
