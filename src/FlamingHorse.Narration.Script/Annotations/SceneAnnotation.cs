using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>Reads <c>[NarrationScene(Order = 3)]</c> from syntax alone.</summary>
public static class SceneAnnotation
{
    /// <summary>The attribute's name in metadata.</summary>
    public const string Metadata = "FlamingHorse.Narration.NarrationSceneAttribute";

    private const string Name = "NarrationScene";

    /// <summary>The order that this part of a type states; null where it states none, or none that can be read.</summary>
    public static int? OrderOf(TypeDeclarationSyntax type)
    {
        foreach (var attribute in type.AttributeLists.SelectMany(list => list.Attributes))
        {
            if (AnnotationName.IsOwn(attribute.Name, Name))
                return OrderOf(attribute);
        }

        return null;
    }

    private static int? OrderOf(AttributeSyntax attribute)
    {
        foreach (var argument in attribute.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == "Order")
                return Number(argument.Expression);
        }

        return null;
    }

    private static int? Number(ExpressionSyntax expression) =>
        expression switch
        {
            LiteralExpressionSyntax { Token.Value: int value } => value,
            PrefixUnaryExpressionSyntax { Operand: var operand } minus when minus.IsKind(SyntaxKind.UnaryMinusExpression) => -Number(
                operand
            ),
            _ => null,
        };
}
