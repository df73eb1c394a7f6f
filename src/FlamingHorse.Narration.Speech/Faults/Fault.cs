namespace FlamingHorse.Narration.Speech.Faults;

/// <summary>An error with a code of the protocol.</summary>
internal sealed class Fault(FaultCode code, string message, string cure = "", Exception? inner = null) : Exception(message, inner)
{
    public FaultCode Code { get; } = code;

    /// <summary>What to do about it; empty if the message says it.</summary>
    public string Cure { get; } = cure;

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsRetryable => Code is FaultCode.OutOfMemory or FaultCode.Cancelled or FaultCode.Internal;

    /// <summary>Converts any exception to a fault that can be sent.</summary>
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
