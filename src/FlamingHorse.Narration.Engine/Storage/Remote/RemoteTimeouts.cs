namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>How long a build waits for a shared store before it continues without it.</summary>
public sealed record RemoteTimeouts
{
    public static RemoteTimeouts Default { get; } = new();

    /// <summary>Until a connection stands.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Without a byte, once connected.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For one exchange, whatever happens in it.</summary>
    public TimeSpan Exchange { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For failing: with nothing but failures for so long the store is off, however few they are.</summary>
    public TimeSpan Failing { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>For uploads that are left when the build is otherwise done.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromMinutes(5);
}
