using Microsoft.CodeAnalysis.CSharp;

namespace FlamingHorse.Narration.Generator.Writing;

/// <summary>Names as code writes them.</summary>
internal static class Identifier
{
    /// <summary>With <c>@</c> where the name is a keyword anywhere.</summary>
    public static string Of(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A dotted name, each part made an identifier: <c>My-App.class</c> becomes <c>My_App.@class</c>.</summary>
    public static string OfNamespace(string name) =>
        name.Length == 0 ? name : string.Join(".", name.Split('.').Select(part => Of(Valid(part))));

    /// <summary>What no identifier may hold becomes <c>_</c>.</summary>
    public static string Valid(string name)
    {
        if (SyntaxFacts.IsValidIdentifier(name))
            return name;

        var valid = string.Concat(name.Select(c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_'));
        return valid.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(valid[0]) ? valid : "_" + valid;
    }
}
