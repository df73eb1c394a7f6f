using System.Text.Json;

namespace FlamingHorse.Narration.Engine.Locks;

/// <summary>Writes the optional fields of a lock file's lines.</summary>
internal static class LockFields
{
    /// <summary>Writes only what is true.</summary>
    public static void WriteFlag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    /// <summary>Writes only what is there.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>Writes only what is there.</summary>
    public static void WriteWhole(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
