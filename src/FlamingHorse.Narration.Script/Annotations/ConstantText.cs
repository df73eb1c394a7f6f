using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.Script.Annotations;

/// <summary>The value of a constant string that can be read before the compiler runs.</summary>
internal static class ConstantText
{
    // A constant may name another; a chain longer than this is a circle.
    private const int MaxDepth = 32;

    /// <summary>The compiler's value of the expression, or null with the part that cannot be read.</summary>
    /// <param name="expression">What is to be read.</param>
    /// <param name="unreadable">The part that cannot be read.</param>
    /// <param name="literals">Receives the literals that make up the value, in order; null if not needed.</param>
    public static string? Read(ExpressionSyntax expression, out ExpressionSyntax unreadable, ICollection<SyntaxToken>? literals = null)
    {
        unreadable = expression;
        return Read(expression, 0, ref unreadable, literals);
    }

    private static string? Read(ExpressionSyntax expression, int depth, ref ExpressionSyntax unreadable, ICollection<SyntaxToken>? literals)
    {
        if (expression.IsKind(SyntaxKind.AddExpression))
            return ReadSum((BinaryExpressionSyntax)expression, depth, ref unreadable, literals);

        var value = expression switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => ReadLiteral(literal.Token, literals),
            ParenthesizedExpressionSyntax { Expression: var inner } => Read(inner, depth, ref unreadable, literals),
            IdentifierNameSyntax { Identifier: var name } => ReadConstant(
                ConstantFields.TypesAround(expression),
                name.ValueText,
                depth,
                literals
            ),
            MemberAccessExpressionSyntax { Expression: var qualifier, Name: IdentifierNameSyntax { Identifier: var name } } => ReadConstant(
                ConstantFields.TypesAround(expression).Where(type => ConstantFields.IsNamedBy(type, qualifier)),
                name.ValueText,
                depth,
                literals
            ),
            _ => null,
        };

        if (value is null && expression is not ParenthesizedExpressionSyntax && depth == 0)
            unreadable = expression;

        return value;
    }

    private static string ReadLiteral(SyntaxToken literal, ICollection<SyntaxToken>? literals)
    {
        literals?.Add(literal);
        return literal.ValueText;
    }

    // A text of a thousand lines joined by + is a tree a thousand levels deep, all to the left.
    private static string? ReadSum(
        BinaryExpressionSyntax sum,
        int depth,
        ref ExpressionSyntax unreadable,
        ICollection<SyntaxToken>? literals
    )
    {
        var parts = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = sum;
        while (left is BinaryExpressionSyntax add && add.IsKind(SyntaxKind.AddExpression))
        {
            parts.Push(add.Right);
            left = add.Left;
        }

        parts.Push(left);
        var values = new List<string>(parts.Count);
        foreach (var part in parts)
        {
            if (Read(part, depth, ref unreadable, literals) is not { } value)
                return null;

            values.Add(value);
        }

        return string.Concat(values);
    }

    /// <summary>The constant of the innermost of these types that has one of this name, in any of its parts in this file.</summary>
    private static string? ReadConstant(
        IEnumerable<TypeDeclarationSyntax> types,
        string name,
        int depth,
        ICollection<SyntaxToken>? literals
    )
    {
        if (depth == MaxDepth)
            return null;

        foreach (var type in types)
        {
            foreach (var part in ConstantFields.PartsOf(type))
            {
                if (ConstantFields.Find(part, name) is not { } value)
                    continue;

                var ignored = value;
                return Read(value, depth + 1, ref ignored, literals);
            }
        }

        return null;
    }
}
