using System.Net.Http.Headers;

namespace FlamingHorse.Narration.Engine.Storage.Remote;

/// <summary>Why an exchange gave no usable answer.</summary>
/// <param name="Reason">For the message.</param>
/// <param name="MayPass">Whether another try can help.</param>
/// <param name="RetryAfter">When the server wants to be asked again.</param>
internal sealed record RemoteFailure(string Reason, bool MayPass, RetryConditionHeaderValue? RetryAfter = null);
