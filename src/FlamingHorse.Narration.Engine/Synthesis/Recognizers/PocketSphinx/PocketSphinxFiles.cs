namespace FlamingHorse.Narration.Engine.Synthesis.Recognizers.PocketSphinx;

/// <summary>The program and the files that Debian's packages install with it.</summary>
/// <param name="Program">Path of <c>pocketsphinx_batch</c>.</param>
/// <param name="AcousticModel">A folder.</param>
/// <param name="Dictionary">A file in CMUdict's form.</param>
internal sealed record PocketSphinxFiles(string Program, string AcousticModel, string Dictionary)
{
    public const string ProgramName = "pocketsphinx_batch";

    /// <summary>Package <c>pocketsphinx-en-us</c>.</summary>
    public const string DebianFolder = "/usr/share/pocketsphinx/model/en-us";

    /// <summary>Of the model, as it is named in a take's record.</summary>
    public const string ModelName = "en-us";

    public static PocketSphinxFiles In(string program, string folder) =>
        new(program, Path.Combine(folder, "en-us"), Path.Combine(folder, "cmudict-en-us.dict"));

    /// <summary>What is missing, and how to get it; null where all is there.</summary>
    public string? FindMissing() =>
        !File.Exists(Program) ? $"{ProgramName} is not on PATH. On Debian and Ubuntu: apt-get install pocketsphinx pocketsphinx-en-us"
        : !Directory.Exists(AcousticModel) || !File.Exists(Dictionary)
            ? $"{Path.GetDirectoryName(Dictionary)} lacks the US English model. On Debian and Ubuntu: apt-get install pocketsphinx-en-us"
        : null;
}
