using FlamingHorse.Narration.Speech.Reading.Lexicon;
using FlamingHorse.Narration.Speech.Reading.Normalization;
using FlamingHorse.Narration.Speech.Reading.Pieces;
using FlamingHorse.Narration.Speech.Reading.Tagging;
using FlamingHorse.Narration.Speech.Reading.Tokens;
using FlamingHorse.Narration.Speech.Reading.UnknownWords;

namespace FlamingHorse.Narration.Speech.Reading;

/// <summary>Reads English text: converts it to the phonemes that the voice says. Several threads may read at once.</summary>
internal sealed class EnglishReader : IDisposable
{
    private readonly TextNormalizer _normalizer;
    private readonly EnglishTokenizer _tokenizer;
    private readonly PerceptronTagger _tagger;
    private readonly EnglishLexicon _lexicon;
    private readonly UnknownWordNetwork _unknownWords;
    private readonly PhraseReader _phrases;
    private readonly PhonemeAlphabet _alphabet;
    private readonly PieceBuilder _pieces;

    private EnglishReader(
        TextNormalizer normalizer,
        EnglishTokenizer tokenizer,
        PerceptronTagger tagger,
        EnglishLexicon lexicon,
        UnknownWordNetwork unknownWords,
        PhonemeAlphabet alphabet
    )
    {
        _normalizer = normalizer;
        _tokenizer = tokenizer;
        _tagger = tagger;
        _lexicon = lexicon;
        _unknownWords = unknownWords;
        _alphabet = alphabet;
        _phrases = new PhraseReader(lexicon, Guess);
        _pieces = new PieceBuilder(alphabet);
    }

    /// <summary>Loads the reading data of a voice, its files beside each other.</summary>
    /// <param name="voiceFolder">Holds <c>normalize.json</c>, the lexicons, the tagger and so on.</param>
    public static EnglishReader Load(string voiceFolder)
    {
        string PathOf(string name) => Path.Combine(voiceFolder, name);
        var unknownWords = UnknownWordNetwork.Load(voiceFolder);
        var tagger = Task.Run(() => TaggerModel.Load(PathOf("tagger.json.gz")));
        var gold = Task.Run(() => PhonemeTable.Load(PathOf("lexicon_us_gold.json.gz")));
        var silver = PhonemeTable.Load(PathOf("lexicon_us_silver.json.gz"));
        var reader = new EnglishReader(
            TextNormalizer.Load(PathOf("normalize.json"), unknownWords.KnowsLetter),
            EnglishTokenizer.Load(PathOf("tokenizer_exceptions.json")),
            new PerceptronTagger(tagger.GetAwaiter().GetResult()),
            new EnglishLexicon(gold.GetAwaiter().GetResult(), silver),
            unknownWords,
            PhonemeAlphabet.Load(PathOf("vocab.json"))
        );
        unknownWords.StartLoading(); // last: the start waits for the other files, and there are few cores
        return reader;
    }

    /// <summary>Converts the text to phonemes, in pieces that the voice says in one go.</summary>
    /// <param name="text">The text to say.</param>
    /// <param name="say">The author's own pronunciations of some of its words.</param>
    public ReadText Read(string text, IReadOnlyList<Pronunciation> say)
    {
        var normalized = _normalizer.Normalize(text, [.. say.Select(word => word with { Phonemes = _alphabet.FitWord(word.Phonemes) })]);
        var unread = normalized.Unread.ToList();
        var pieces = new List<Piece>();
        foreach (var sentence in SentenceSplitter.Split(normalized.Words))
        {
            var groups = ReadSentence(sentence);
            unread.AddRange(groups.Where(IsUnread).Select(group => new UnreadToken(group.Source, TextOf(group))));
            pieces.AddRange(_pieces.Build(groups));
        }

        return new ReadText(pieces, [.. unread.OrderBy(token => token.Word)]);
    }

    public void Dispose() => _unknownWords.Dispose();

    private IReadOnlyList<WordGroup> ReadSentence(IReadOnlyList<SpokenWord> sentence)
    {
        var tokens = _tokenizer.Tokenize(sentence);
        var tags = _tagger.Tag([.. tokens.Select(token => token.Text)]);
        for (var i = 0; i < tokens.Count; i++)
        {
            tokens[i].Tag = tags[i];
        }

        HomographCorrections.Apply(tokens);
        return _phrases.Read(tokens);
    }

    private string Guess(string text) =>
        _alphabet.FitWord(_unknownWords.Read(text)) is { } guess && guess.Any(_alphabet.Sounds) ? guess : _lexicon.Spell(text) ?? "";

    private bool IsUnread(WordGroup group) => TextOf(group).Any(char.IsLetterOrDigit) && !group.JoinPhonemes().Any(_alphabet.Sounds);

    private static string TextOf(WordGroup group) => string.Concat(group.Tokens.Select(token => token.Text));
}
