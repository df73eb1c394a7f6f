namespace FlamingHorse.Narration.Acceptance.Workbench;

/// <summary>
/// A package with one backend, one setting and one export format more, which <c>tests/exercises/additions.sh</c> makes of two files and
/// three lines. <c>NARRATION_EXERCISE_PACKAGES</c> names a folder where it has been packed already.
/// </summary>
public sealed class AddedPackage : IAsyncLifetime
{
    private DirectoryInfo? _folder;

    public PackageFeed Feed { get; private set; } = null!;

    /// <summary>The repository's copy that the package was made in.</summary>
    public string Copy { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var packages = Environment.GetEnvironmentVariable("NARRATION_EXERCISE_PACKAGES");
        if (packages is not { Length: > 0 })
        {
            _folder = Directory.CreateTempSubdirectory("fhn-exercise-");
            await PackageFeed.RunScriptAsync("tests/exercises/additions.sh", "--pack", _folder.FullName);
            packages = Path.Combine(_folder.FullName, "artifacts", "packages");
        }

        Copy = Path.GetFullPath(Path.Combine(packages, "..", ".."));
        Feed = await PackageFeed.OpenAsync(PackageFeed.NewestPackage(packages));
    }

    public async ValueTask DisposeAsync()
    {
        if (Feed is not null)
        {
            await Feed.CloseAsync();
        }

        _folder?.Delete(recursive: true);
    }
}
