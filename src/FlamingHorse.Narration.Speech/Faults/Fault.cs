namespace FlamingHorse.Narration.Speech.Faults;

/// <summary>Something that the protocol has a code for.</summary>
internal sealed class Fault(FaultCode code, string message, string cure = "", Exception? inner = null) : Exception(message, inner)
{
    public FaultCode Code { get; } = code;

    /// <summary>What to do about it; empty where the message says it.</summary>
    public string Cure { get; } = cure;

    /// <summary>Whether the same order may succeed later.</summary>
    public bool IsRetryable => Code is FaultCode.OutOfMemory or FaultCode.Cancelled or FaultCode.Internal;

    /// <summary>Any exception as a fault that can be answered.</summary>
    public static Fault Of(Exception error) =>
        error switch
        {
            Fault fault => fault,
            OperationCanceledException => new(FaultCode.Cancelled, "The host cancelled the request."),
            OutOfMemoryException => new(FaultCode.OutOfMemory, $"Out of memory: {error.Message}", inner: error),
            _ when error.Message.Contains("bad_alloc", StringComparison.Ordinal)
                    || error.Message.Contains("Failed to allocate memory", StringComparison.Ordinal) => new(
                FaultCode.OutOfMemory,
                $"Out of memory: {error.Message}",
                inner: error
            ),
            _ => new(FaultCode.Internal, $"{error.GetType().Name}: {error.Message}", inner: error),
        };
}
