namespace FlamingHorse.Narration.Fuzz;

/// <summary>Reads an input, and fails where that takes the processor long: none has more than a megabyte.</summary>
internal static class OneInput
{
    /// <summary>Of the processor's time, the compilation of the code included: it does not grow on a busy machine.</summary>
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(3);

    /// <summary>When to give up on an input by itself.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    /// <returns>Whether it was taken.</returns>
    /// <exception cref="Exception">It was neither taken nor refused.</exception>
    public static bool Check(Func<byte[], bool> read, Stream input)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var before = Environment.CpuUsage.TotalTime;
        var isTaken = read(bytes.ToArray());
        var taken = Environment.CpuUsage.TotalTime - before;
        PropertyBrokenException.Unless(taken < _most, $"{bytes.Length} bytes took {taken.TotalSeconds:0.0} s of the processor");
        return isTaken;
    }

    /// <summary>Says what became of it, or that it does not end.</summary>
    /// <returns>The exit code: 1 where it broke the reader.</returns>
    public static int Read(Func<byte[], bool> read, Stream input)
    {
        try
        {
            var check = Task.Run(() => Check(read, input));
            var isOver = ((IAsyncResult)check).AsyncWaitHandle.WaitOne(_longest);
            Console.WriteLine(
                !isOver ? $"no end after {_longest.TotalSeconds} s"
                : check.GetAwaiter().GetResult() ? "read"
                : "refused"
            );
            return isOver ? 0 : 1;
        }
        catch (Exception broken)
        {
            Console.WriteLine(broken);
            return 1;
        }
    }
}
