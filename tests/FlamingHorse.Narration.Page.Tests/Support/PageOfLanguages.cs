namespace FlamingHorse.Narration.Page.Tests.Support;

/// <summary>One open page for all tests of a class, with a segment for each text and language.</summary>
public sealed class PageOfLanguages(Browsers browsers) : IAsyncLifetime
{
    /// <summary>Language and text; the segment is named by its place, from 0.</summary>
    internal static readonly IReadOnlyList<(string Language, string Text)> Segments =
    [
        ("English", "We need 42 apples, about 1,250 grams."),
        ("English", "It's the 3rd row: 2.5 × 4 = 10."),
        ("English", "A short text."),
        ("English", "One two three four."),
        ("German", "Es sind 21 Äpfel."),
        ("French", "Il y a 3,5 litres."),
        ("Chinese", "矩阵有3行。"),
        ("Klingon", "wa' cha'"),
    ];

    internal OpenPage Open { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var lesson = new Lesson(browsers.NewFolder());
        for (var i = 0; i < Segments.Count; i++)
            lesson.Add($"Texts.S{i}", Segments[i].Text, sound: Flite.Speak("Any sound."), language: Segments[i].Language);
        Open = await browsers.OpenAsync(await lesson.WriteAsync());
    }

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
