namespace FlamingHorse.Narration.Generator.Models;

/// <summary>All annotated properties of one type, whatever number of parts it has.</summary>
/// <param name="Name">A name that no other type's file or storage has.</param>
/// <param name="RootNamespace">What ids leave out.</param>
/// <param name="Members">In source order, at least one.</param>
internal sealed record AnnotatedType(UniqueName Name, string RootNamespace, EquatableArray<AnnotatedMember> Members);
