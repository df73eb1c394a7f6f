namespace FlamingHorse.Narration.Generator;

/// <summary>The named steps of the pipeline; tests ask for them to prove that nothing runs twice.</summary>
public static class StepNames
{
    /// <summary>One annotated property: syntax and symbols end here.</summary>
    public const string Annotations = nameof(Annotations);

    /// <summary>Root namespace and container name.</summary>
    public const string Options = nameof(Options);

    /// <summary>The manifest's text, equal for equal content.</summary>
    public const string ManifestText = nameof(ManifestText);

    /// <summary>The manifest, read.</summary>
    public const string Manifest = nameof(Manifest);

    /// <summary>Annotated properties by containing type.</summary>
    public const string Types = nameof(Types);

    /// <summary>A type with everything that goes into its file.</summary>
    public const string TypeSources = nameof(TypeSources);

    /// <summary>The same for the classes that project items give.</summary>
    public const string ItemSources = nameof(ItemSources);

    /// <summary>Whether the author's names leave room for the container of the items.</summary>
    public const string ContainerClash = nameof(ContainerClash);

    /// <summary>What the catalog lists.</summary>
    public const string Catalog = nameof(Catalog);
}
