using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace FlamingHorse.Narration.CodeFixes;

/// <summary>Rewrites declarations so that generated code can complete them. Comments and layout around them stay.</summary>
internal static class Declaration
{
    /// <summary><c>static partial NarrationSegment Name { get; }</c></summary>
    public static PropertyDeclarationSyntax Implementable(PropertyDeclarationSyntax property)
    {
        var end = property.GetTrailingTrivia();
        var type = NamesSegment(property.Type) ? property.Type : ParseTypeName("NarrationSegment").WithTriviaFrom(property.Type);
        property = property
            .WithType(type)
            .WithExpressionBody(null)
            .WithInitializer(null)
            .WithSemicolonToken(default)
            .WithIdentifier(property.Identifier.WithTrailingTrivia(Space))
            .WithAccessorList((AccessorListSyntax)((PropertyDeclarationSyntax)ParseMemberDeclaration("int P { get; }")!).AccessorList!);
        return (PropertyDeclarationSyntax)WithPartial(With(property, SyntaxKind.StaticKeyword)).WithTrailingTrivia(end);
    }

    /// <summary>Partial, and not local to its file.</summary>
    public static TypeDeclarationSyntax Reopenable(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.FileKeyword)) is { RawKind: not 0 } file)
        {
            var start = type.GetLeadingTrivia();
            type = (TypeDeclarationSyntax)type.WithModifiers(type.Modifiers.Remove(file)).WithLeadingTrivia(start);
        }

        return (TypeDeclarationSyntax)WithPartial(type);
    }

    // 'partial' must be the last of the modifiers.
    private static MemberDeclarationSyntax WithPartial(MemberDeclarationSyntax member) => With(member, SyntaxKind.PartialKeyword);

    private static MemberDeclarationSyntax With(MemberDeclarationSyntax member, SyntaxKind modifier)
    {
        if (member.Modifiers.Any(modifier))
            return member;

        var start = member.GetLeadingTrivia();
        var partial = member.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        var token = Token(modifier).WithTrailingTrivia(Space);
        var modifiers = partial < 0 ? member.Modifiers.Add(token) : member.Modifiers.Insert(partial, token);

        // Without attributes the comment before the member hangs on what was its first token.
        return member.AttributeLists.Count > 0
            ? member.WithModifiers(modifiers)
            : member.WithoutLeadingTrivia().WithModifiers(modifiers).WithLeadingTrivia(start);
    }

    private static bool NamesSegment(TypeSyntax type) =>
        type.ToString().TrimEnd('?').EndsWith("NarrationSegment", StringComparison.Ordinal);
}
