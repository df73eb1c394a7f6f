namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>What a recognizer concluded of a take, as the lock passes it on.</summary>
/// <param name="Verdict">Such as <c>heard</c>.</param>
/// <param name="By">The recognizer, such as <c>whisper tiny.en</c>.</param>
public sealed record LockedCheck(string Verdict, string By);
