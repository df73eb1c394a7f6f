using System.Text;
using System.Text.Json;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Platform.Files;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Configuration;

/// <summary>The parts of Flaming Horse's <c>voice_clone_config.json</c> that matter here, as written.</summary>
internal sealed record VoiceCloneConfig
{
    public const string FileName = "voice_clone_config.json";

    /// <summary>The file, present or not; absolute.</summary>
    public required string Path { get; init; }

    public string? ModelId { get; init; }

    public string? Language { get; init; }

    /// <summary>Path of the recording.</summary>
    public string? RefAudio { get; init; }

    /// <summary>Path of the transcript.</summary>
    public string? RefText { get; init; }

    public string? OutputDir { get; init; }

    /// <summary>The file beside the project; with nothing in it where it is absent or cannot be read.</summary>
    /// <param name="projectDirectory">Absolute.</param>
    /// <param name="findings">FHN2018.</param>
    public static VoiceCloneConfig Read(string projectDirectory, ICollection<Finding> findings)
    {
        var path = System.IO.Path.Combine(projectDirectory, FileName);
        try
        {
            return TextFile.ReadIfPresent(path) is { } bytes ? Parse(bytes, path) : new() { Path = path };
        }
        catch (NarrationException error)
        {
            findings.Add(error.Finding);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            findings.Add(
                VoiceFindings.InvalidConfig.At(new(path), $"{FileName} cannot be read: {error.Message} Make it readable, or remove it.")
            );
        }

        return new() { Path = path };
    }

    /// <summary>Reads the file; fields that are not ours are tolerated whatever they hold.</summary>
    /// <exception cref="NarrationException">FHN2018 with line and column.</exception>
    public static VoiceCloneConfig Parse(byte[] bytes, string path)
    {
        var utf8 = Encoding.UTF8.GetBytes(TextFile.Decode(bytes));
        var reader = new Utf8JsonReader(
            utf8,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        try
        {
            return ReadObject(ref reader, utf8, path);
        }
        catch (JsonException error)
        {
            // The reader counts from 0.
            var place = new SourcePlace(path, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1);
            throw Invalid(
                place,
                $"{FileName} is not valid JSON: {Sentence(error.Message)} Correct the file, or remove it to configure the voice by "
                    + $"properties.",
                error
            );
        }
    }

    private static VoiceCloneConfig ReadObject(ref Utf8JsonReader reader, byte[] utf8, string path)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Invalid(Place(utf8, reader.TokenStartIndex, path), $"{FileName} must hold one JSON object.");
        }

        var config = new VoiceCloneConfig { Path = path };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            config = name switch
            {
                "model_id" => config with { ModelId = ReadText(ref reader, utf8, path, name) },
                "language" => config with { Language = ReadText(ref reader, utf8, path, name) },
                "ref_audio" => config with { RefAudio = ReadText(ref reader, utf8, path, name) },
                "ref_text" => config with { RefText = ReadText(ref reader, utf8, path, name) },
                "output_dir" => config with { OutputDir = ReadText(ref reader, utf8, path, name) },
                _ => config,
            };
            reader.Skip();
        }

        // What follows the object is an error too.
        reader.Read();
        return config;
    }

    private static string? ReadText(ref Utf8JsonReader reader, byte[] utf8, string path, string field) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
            JsonTokenType.Null => null,
            _ => throw Invalid(Place(utf8, reader.TokenStartIndex, path), $"\"{field}\" in {FileName} must be a string."),
        };

    private static SourcePlace Place(byte[] utf8, long index, string path)
    {
        var (line, column) = TextFile.Position(utf8, index);
        return new(path, line, column);
    }

    // System.Text.Json appends where the fault is; the place says that already.
    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static NarrationException Invalid(SourcePlace place, string message, Exception? cause = null) =>
        new(VoiceFindings.InvalidConfig.At(place, message), cause);
}
