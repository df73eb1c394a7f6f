using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>Why an annotation cannot be used, at a range of its own file.</summary>
public sealed record AnnotationProblem(FindingKind Kind, string Message, TextSpan Span);
