using FlamingHorse.Narration;

namespace MatrixLesson;

/// <summary>A scene of the video: its name, and its narration laid out in time.</summary>
internal sealed record Scene(string Name, NarrationTimeline Timeline);
