using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace FlamingHorse.Narration.Generator.Tests.Projects;

/// <summary>Goes through every value that the pipeline keeps.</summary>
internal static class PipelineWalk
{
    public static readonly IReadOnlySet<string> Names = typeof(StepNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!)
        .ToHashSet();

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static void KeepsNothingOfTheCompiler(GeneratorRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var name in Names)
        {
            foreach (var output in result.TrackedSteps.GetValueOrDefault(name, []).SelectMany(run => run.Outputs))
                Walk(output.Value, name, seen);
        }
    }

    public static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type or Pointer || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;

        var isOfTheCompiler =
            value
            is ISymbol
                or SyntaxNode
                or SyntaxTree
                or SyntaxReference
                or Location
                or Compilation
                or SemanticModel
                or AttributeData
                or SyntaxToken
                or SyntaxTrivia
                or Microsoft.CodeAnalysis.Text.SourceText;
        isOfTheCompiler.ShouldBeFalse($"{path} keeps a {value.GetType().Name}");

        if (value is Delegate function)
        {
            Walk(function.Target, $"{path}()", seen);
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, $"{path}[]", seen);
        }

        foreach (var field in FieldsOf(value.GetType()))
            Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
    }

    private static FieldInfo[] FieldsOf(Type type) =>
        Fields.GetOrAdd(type, static type =>
            [
                .. Hierarchy(type)
                    .SelectMany(part =>
                        part.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    )
                    .Where(field => !field.FieldType.IsPointer && !field.FieldType.IsPrimitive && field.FieldType != typeof(string)),
            ]
        );

    private static IEnumerable<Type> Hierarchy(Type type)
    {
        for (var part = type; part is not null && part != typeof(object); part = part.BaseType)
            yield return part;
    }
}
