namespace FlamingHorse.Narration.Engine.Scripts.Python;

internal enum PythonTokenKind
{
    Name,
    Text,
    Number,
    Sign,

    /// <summary>End of a logical line, or a semicolon between two statements.</summary>
    NewLine,

    End,
}
