namespace FlamingHorse.Narration.Transcripts;

/// <summary>A word in the form in which two texts are compared: no case, no punctuation, no digits, American spelling.</summary>
/// <param name="Form">Never empty.</param>
/// <param name="Token">Index of the white-space token of the text that it was written in; one token may hold several words.</param>
internal readonly record struct SpokenToken(string Form, int Token);
