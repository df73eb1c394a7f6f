using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.Build.Framework;

namespace FlamingHorse.Narration.Build.Inputs;

/// <summary>Translates <c>NarrationVoice</c> items.</summary>
internal static class VoiceItems
{
    public static VoiceItem Read(ITaskItem item) =>
        new(item.ItemSpec)
        {
            Place = item.GetMetadata("DefiningProjectFullPath") is { Length: > 0 } file ? new SourcePlace(file) : null,
            ReferenceAudio = item.GetMetadata("ReferenceAudio"),
            ReferenceText = item.GetMetadata("ReferenceText"),
            Text = item.GetMetadata("Text"),
            Start = item.GetMetadata("Start"),
            End = item.GetMetadata("End"),
            Model = item.GetMetadata("Model"),
            Language = item.GetMetadata("Language"),
            Temperature = item.GetMetadata("Temperature"),
            TopK = item.GetMetadata("TopK"),
            TopP = item.GetMetadata("TopP"),
            Seed = item.GetMetadata("Seed"),
            Speed = item.GetMetadata("Speed"),
            AllowLongReference = item.GetMetadata("AllowLongReference"),
        };
}
