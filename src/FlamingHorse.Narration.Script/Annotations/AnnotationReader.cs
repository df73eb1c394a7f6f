using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>Reads annotations, for the build's scan, the generator and the analyzer alike.</summary>
public static class AnnotationReader
{
    /// <summary>The attribute's arguments, or null with at least one problem added.</summary>
    public static Annotation? Read(AttributeSyntax attribute, ICollection<AnnotationProblem>? problems = null)
    {
        string? text = null,
            spokenAs = null,
            voice = null,
            language = null,
            id = null;
        var isReadable = true;

        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            switch (argument.NameEquals?.Name.Identifier.ValueText)
            {
                case null:
                    text = ReadConstant(argument.Expression);
                    break;
                case "SpokenAs":
                    spokenAs = ReadOptional(argument.Expression);
                    break;
                case "Voice":
                    voice = ReadOptional(argument.Expression);
                    break;
                case "Language":
                    language = ReadOptional(argument.Expression);
                    break;
                case "Id":
                    id = ReadOptional(argument.Expression);
                    break;
            }
        }

        return isReadable && text is not null ? new Annotation(text, spokenAs, voice, language, id) : null;

        string? ReadOptional(ExpressionSyntax expression) =>
            expression.IsKind(SyntaxKind.NullLiteralExpression) ? null : ReadConstant(expression);

        string? ReadConstant(ExpressionSyntax expression)
        {
            var value = ConstantText.Read(expression, out var unreadable);
            if (value is not null)
                return value;

            isReadable = false;
            problems?.Add(
                new AnnotationProblem(
                    ScriptFindings.TextNotReadable,
                    $"'{Shortened(unreadable)}' cannot be read before the compiler runs. Write a string literal, a + of literals, "
                        + "or the name of a const string of this type or a containing type in this file.",
                    unreadable.Span
                )
            );
            return null;
        }
    }

    /// <summary>The argument that holds the text, of an attribute that could be read.</summary>
    internal static ExpressionSyntax TextOf(AttributeSyntax attribute) =>
        attribute.ArgumentList!.Arguments.First(argument => argument.NameEquals is null).Expression;

    private static string Shortened(ExpressionSyntax expression)
    {
        var text = string.Join(" ", expression.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 59) + "…";
    }
}
