using System.Collections.Immutable;
using System.Composition;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlamingHorse.Narration.CodeFixes;

/// <summary>Makes an annotated property one that the generator can implement, and the types around it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeImplementable)), Shared]
public sealed class MakeImplementable : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [ScriptFindings.NotAStaticPartialProperty.Code, ScriptFindings.ContainingTypeNotPartial.Code, ScriptFindings.FileLocalType.Code];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            // The innermost declaration that holds the place: the property itself, or a type around one.
            var declaration = root.FindNode(diagnostic.Location.SourceSpan)
                .FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is PropertyDeclarationSyntax or TypeDeclarationSyntax);
            if (declaration is null)
                continue;

            var title = declaration is PropertyDeclarationSyntax ? "Make it a static partial property" : "Make the type partial";
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(Fix(root, declaration))), title),
                diagnostic
            );
        }
    }

    private static SyntaxNode Fix(SyntaxNode root, MemberDeclarationSyntax declaration)
    {
        var around = declaration.AncestorsAndSelf().Where(node => node is TypeDeclarationSyntax || node == declaration);
        return root.ReplaceNodes(around, static (_, node) => node switch
            {
                PropertyDeclarationSyntax property => Declaration.Implementable(property),
                TypeDeclarationSyntax type => Declaration.Reopenable(type),
                _ => node,
            });
    }
}
