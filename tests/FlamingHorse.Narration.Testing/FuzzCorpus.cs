namespace FlamingHorse.Narration.Testing;

/// <summary>
/// The inputs of the fuzzer (<c>build/fuzz.sh</c>): what it begins with, and what once broke a reader. They lie in a folder for each
/// target, in <c>read</c> or <c>refused</c>, which is what must become of them.
/// </summary>
public static class FuzzCorpus
{
    private const string Taken = "read/";

    /// <summary>Every input of a target, as <c>read/NAME</c> or <c>refused/NAME</c>.</summary>
    public static TheoryData<string> Of(string target)
    {
        var folder = FolderOf(target);
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether it must be taken.</summary>
    public static bool IsTaken(string input) => input.StartsWith(Taken, StringComparison.Ordinal);

    public static byte[] Read(string target, string input) => File.ReadAllBytes(Path.Combine(FolderOf(target), input));

    private static string FolderOf(string target) => Path.Combine(AppContext.BaseDirectory, "corpus", target);
}
