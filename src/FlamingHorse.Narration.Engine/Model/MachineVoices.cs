namespace FlamingHorse.Narration.Engine.Model;

/// <summary>
/// By language, without regard to case: what speaks it where the voice itself does not. Two are equal when their entries are.
/// </summary>
public sealed class MachineVoices : IEquatable<MachineVoices>
{
    private readonly SortedDictionary<string, MachineVoice> _byLanguage = new(StringComparer.OrdinalIgnoreCase);

    private MachineVoices(IEnumerable<KeyValuePair<string, MachineVoice>> entries)
    {
        foreach (var (language, voice) in entries)
        {
            _byLanguage[language] = voice;
        }
    }

    /// <summary>No language.</summary>
    public static MachineVoices None { get; } = new([]);

    /// <summary>In the order of the languages' names.</summary>
    public IReadOnlyDictionary<string, MachineVoice> ByLanguage => _byLanguage;

    /// <summary>The same with one more, or with another voice for the language.</summary>
    public MachineVoices With(string language, MachineVoice voice) => new(_byLanguage.Append(new(language, voice)));

    /// <summary>The same with all of <paramref name="others"/>, which win.</summary>
    public MachineVoices With(MachineVoices others) => new(_byLanguage.Concat(others._byLanguage));

    /// <inheritdoc/>
    public bool Equals(MachineVoices? other) =>
        other is not null
        && _byLanguage.Count == other._byLanguage.Count
        && _byLanguage.All(entry => other._byLanguage.TryGetValue(entry.Key, out var voice) && voice == entry.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MachineVoices);

    /// <inheritdoc/>
    public override int GetHashCode() => _byLanguage.Count;
}
