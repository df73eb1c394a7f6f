using System.Collections.Immutable;
using System.Composition;
using FlamingHorse.Narration.Generator.Analysis;
using FlamingHorse.Narration.Script.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace FlamingHorse.Narration.CodeFixes;

/// <summary>Gives one of two segments with the same id another. There is no "fix all": it would rename both.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveUniqueId)), Shared]
public sealed class GiveUniqueId : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [ScriptFindings.DuplicateId.Code];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            var attribute = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();
            if (
                attribute?.ArgumentList is not { } arguments
                || !diagnostic.Properties.TryGetValue(DiagnosticProperties.SuggestedId, out var id)
                || id is null
            )
            {
                continue;
            }

            var title = $"Give it the id '{id}'";
            context.RegisterCodeFix(
                CodeAction.Create(
                    title,
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(arguments, WithId(arguments, id)))),
                    title
                ),
                diagnostic
            );
        }
    }

    private static AttributeArgumentListSyntax WithId(AttributeArgumentListSyntax arguments, string id)
    {
        var value = LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(id));
        if (arguments.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Id") is { } written)
            return arguments.ReplaceNode(written.Expression, value.WithTriviaFrom(written.Expression));

        var name = NameEquals(IdentifierName("Id").WithTrailingTrivia(Space)).WithTrailingTrivia(Space);
        var argument = AttributeArgument(name, null, value);
        return arguments.AddArguments(arguments.Arguments.Count == 0 ? argument : argument.WithLeadingTrivia(Space));
    }
}
