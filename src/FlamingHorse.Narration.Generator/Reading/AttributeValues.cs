using FlamingHorse.Narration.Script.Annotations;
using Microsoft.CodeAnalysis;

namespace FlamingHorse.Narration.Generator.Reading;

/// <summary>An annotation as the compiler sees it.</summary>
internal static class AttributeValues
{
    /// <summary>Null when the attribute itself does not compile.</summary>
    public static Annotation? Read(AttributeData attribute)
    {
        if (attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive, Value: string text })
            return null;

        string? spokenAs = null,
            voice = null,
            language = null,
            id = null;
        foreach (var argument in attribute.NamedArguments)
        {
            var value = argument.Value.Kind == TypedConstantKind.Primitive ? argument.Value.Value as string : null;
            switch (argument.Key)
            {
                case "SpokenAs":
                    spokenAs = value;
                    break;
                case "Voice":
                    voice = value;
                    break;
                case "Language":
                    language = value;
                    break;
                case "Id":
                    id = value;
                    break;
            }
        }

        return new Annotation(text, spokenAs, voice, language, id);
    }
}
