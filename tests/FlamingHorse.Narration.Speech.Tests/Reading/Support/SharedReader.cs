using FlamingHorse.Narration.Speech.Reading;

namespace FlamingHorse.Narration.Speech.Tests.Reading.Support;

/// <summary>The reader of the voice heart, loaded once for all tests: it is safe to share.</summary>
internal static class SharedReader
{
    private static readonly Lazy<EnglishReader> Loaded = new(() => EnglishReader.Load(SpeechTestFiles.Voice));

    public static EnglishReader Reader => Loaded.Value;

    /// <summary>The phonemes of a text, its pieces joined by a space.</summary>
    public static string Read(string text) => new PhonemeMode(Reader).Read(text);

    /// <summary>What is said for each token of a text, by its index.</summary>
    public static IReadOnlyDictionary<int, string> ReadWords(string text, params IReadOnlyList<Pronunciation> say) =>
        Reader
            .Read(text, say)
            .Pieces.SelectMany(piece => piece.Words.Select(word => (word.Word, Said: piece.Phonemes[word.Start..word.End])))
            .ToDictionary(word => word.Word, word => word.Said);
}
