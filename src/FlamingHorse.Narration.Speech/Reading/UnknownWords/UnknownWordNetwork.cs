using System.Collections.Concurrent;
using System.Text;
using FlamingHorse.Narration.Speech.Reading.Data;
using Microsoft.ML.OnnxRuntime;

namespace FlamingHorse.Narration.Speech.Reading.UnknownWords;

/// <summary>Guesses how a word sounds that no lexicon holds. The first unknown word waits for its network.</summary>
internal sealed class UnknownWordNetwork : IDisposable
{
    // A text repeats its names; a batch of texts does so even more.
    private const int MostRemembered = 4096;
    private readonly Lazy<Task<InferenceSession>> _session;
    private readonly Dictionary<char, long> _ids;
    private readonly char[] _sounds;
    private readonly int _longest;
    private readonly ConcurrentDictionary<string, string> _remembered = new(StringComparer.Ordinal);

    private UnknownWordNetwork(Lazy<Task<InferenceSession>> session, Dictionary<char, long> ids, char[] sounds, int longest)
    {
        _session = session;
        _ids = ids;
        _sounds = sounds;
        _longest = longest;
    }

    /// <summary>Reads its alphabets, <c>oov.json</c>.</summary>
    public static UnknownWordNetwork Load(string voiceFolder)
    {
        var session = new Lazy<Task<InferenceSession>>(() => Task.Run(() => OpenSession(Path.Combine(voiceFolder, "oov.onnx"))));
        using var alphabets = VoiceFile.Parse(Path.Combine(voiceFolder, "oov.json"));
        var ids = new Dictionary<char, long>();
        foreach (var letter in alphabets.RootElement.GetProperty("in").EnumerateArray())
        {
            ids[letter.GetString()![0]] = ids.Count + 1;
        }

        var sounds = alphabets.RootElement.GetProperty("out").EnumerateArray().Select(sound => sound.GetString()![0]).ToArray();
        return new UnknownWordNetwork(session, ids, sounds, alphabets.RootElement.GetProperty("maxlen").GetInt32());
    }

    /// <summary>Starts to load <c>oov.onnx</c>; nobody waits for it before there is an unknown word.</summary>
    public void StartLoading() => _ = _session.Value;

    /// <summary>Whether the network knows the letter; words of other letters have no reading.</summary>
    public bool KnowsLetter(char letter) => _ids.ContainsKey(letter);

    /// <summary>The phonemes of a word, those of its parts parted by spaces; empty when the network hears nothing in it.</summary>
    public string Read(string text)
    {
        var sounds = new StringBuilder();
        foreach (var part in SplitAtSigns(text))
        {
            if (_remembered.TryGetValue(part, out var phonemes) is false)
            {
                phonemes = Guess(part);
                if (_remembered.Count < MostRemembered)
                {
                    _remembered.TryAdd(part, phonemes);
                }
            }

            sounds.Append(sounds.Length > 0 && phonemes.Length > 0 ? " " : "").Append(phonemes);
        }

        return sounds.ToString();
    }

    public void Dispose()
    {
        if (_session is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            _session.Value.Result.Dispose();
        }
    }

    // Words longer than the network was trained for are read in pieces rather than cut.
    private IEnumerable<string> SplitAtSigns(string text)
    {
        foreach (var part in text.Split(['-', '_', '/', '.', ',', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            var letters = string.Concat(part.Where(KnowsLetter));
            for (var start = 0; start < letters.Length; start += _longest)
            {
                yield return letters.Substring(start, Math.Min(_longest, letters.Length - start));
            }
        }
    }

    private string Guess(string letters)
    {
        var ids = letters.Select(letter => _ids[letter]).ToArray();
        var session = _session.Value.GetAwaiter().GetResult();
        using var input = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var options = new RunOptions();
        using var outputs = session.Run(options, session.InputNames, [input], session.OutputNames);
        var sounds = new StringBuilder();
        var before = 0L;
        foreach (var position in outputs[0].GetTensorDataAsSpan<long>())
        {
            if (position != before && position != 0)
            {
                sounds.Append(_sounds[position - 1]);
            }

            before = position;
        }

        return string.Join(' ', sounds.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static InferenceSession OpenSession(string path)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        return new InferenceSession(path, options);
    }
}
