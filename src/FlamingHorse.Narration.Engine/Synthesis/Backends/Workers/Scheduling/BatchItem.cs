namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers.Scheduling;

/// <summary>One clip of a batch.</summary>
/// <param name="Id">Unique in a run.</param>
/// <param name="Job">What is spoken.</param>
/// <param name="Position">In its batch, from 0.</param>
/// <param name="MostFrames">Its cap.</param>
/// <param name="Path">Where the worker writes.</param>
internal sealed record BatchItem(long Id, Job Job, int Position, int MostFrames, string Path)
{
    /// <summary>Deletes what the worker left where its file belongs, were it a folder.</summary>
    public void DeleteFile()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
        else
        {
            File.Delete(Path);
        }
    }
}
