using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace FlamingHorse.Narration.Build.Tasks;

/// <summary>A task that Ctrl-C cancels.</summary>
public abstract class CancellableTask : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _source = new();

    private protected CancellationToken Cancellation => _source.Token;

    public void Cancel() => _source.Cancel();

    public void Dispose()
    {
        _source.Dispose();
        GC.SuppressFinalize(this);
    }
}
