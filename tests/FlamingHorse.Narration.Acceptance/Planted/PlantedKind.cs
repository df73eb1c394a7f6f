namespace FlamingHorse.Narration.Acceptance.Planted;

/// <summary>What is wrong with a take.</summary>
/// <param name="Name">As in the table.</param>
/// <param name="Text">What is said in the place of sentence i.</param>
/// <param name="Sound">What is done to its clip.</param>
internal sealed record PlantedKind(string Name, Func<IReadOnlyList<string>, int, string> Text, Func<Pcm, int, Pcm> Sound)
{
    public const string Good = "the text";

    /// <summary>The share of each kind that must be caught.</summary>
    public const double Least = 0.94;

    /// <summary>It is reported, and no figure is asked of it.</summary>
    public bool IsReportedOnly { get; init; }

    public static IReadOnlyList<PlantedKind> All { get; } =
    [
        Said("all but its last word", words => string.Join(' ', words[..^1]) + "."),
        Said("all but a word of four letters or more", words => string.Join(' ', words.Where((_, at) => at != Content(words)))),
        Said("another word in its place", words => string.Join(' ', words.Select((word, at) => at == Content(words) ? Other(word) : word))),
        new("another sentence", (texts, i) => texts[(i + 7) % texts.Count], (clip, _) => clip),
        Said("three words twice", words => string.Join(' ', [.. words[..4], .. words[1..4], .. words[4..]])),
        Heard("its end, cut by 200 ms", (clip, _) => clip.CutBy(TimeSpan.FromMilliseconds(200))),
        Heard("its end, cut by 300 ms", (clip, _) => clip.CutBy(TimeSpan.FromMilliseconds(300))),
        // Louder than 40 dB under the speech; weaker hum is the tail that is trimmed.
        Heard("the text, and 3 s of hum", (clip, i) => clip.HumFor(TimeSpan.FromSeconds(3), 10 + (i * 7 % 29))),
        Said("all but a word of three letters or fewer", words => string.Join(' ', words.Where((_, at) => at != Short(words)))) with
        {
            IsReportedOnly = true,
        },
        Heard("its end, cut by 100 ms", (clip, _) => clip.CutBy(TimeSpan.FromMilliseconds(100))) with
        {
            IsReportedOnly = true,
        },
    ];

    private static PlantedKind Said(string name, Func<string[], string> text) =>
        new(name, (texts, i) => text(texts[i].Split(' ')), (clip, _) => clip);

    private static PlantedKind Heard(string name, Func<Pcm, int, Pcm> sound) => new(name, (texts, i) => texts[i], sound);

    private static int Content(string[] words) =>
        Math.Max(1, Array.FindIndex(words, 1, word => word.Length >= 4 && word.All(char.IsLetter)));

    private static int Short(string[] words) => Math.Max(1, Array.FindIndex(words, 1, word => word.Length <= 3 && word.All(char.IsLetter)));

    /// <summary>A word that differs by more than three sounds.</summary>
    private static string Other(string word) => word.Length > 7 ? "thimble" : "kangaroo";
}
