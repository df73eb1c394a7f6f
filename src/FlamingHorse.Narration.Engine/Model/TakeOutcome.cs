using System.Text.Json.Serialization;

namespace FlamingHorse.Narration.Engine.Model;

/// <summary>What a recognizer concluded from listening to a take.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TakeOutcome>))]
public enum TakeOutcome
{
    /// <summary>The take says what its text says.</summary>
    [JsonStringEnumMemberName("heard")]
    Heard,

    /// <summary>Recognizer and text differ, and the take is not to blame for certain: it is kept, with a warning.</summary>
    [JsonStringEnumMemberName("doubtful")]
    Doubtful,

    /// <summary>The take says something else; it is never stored.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>A person listened to it and found it good, whatever a recognizer says.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,
}
