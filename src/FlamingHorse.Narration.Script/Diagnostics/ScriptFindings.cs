using static FlamingHorse.Narration.Script.Diagnostics.FindingSeverity;

namespace FlamingHorse.Narration.Script.Diagnostics;

/// <summary>FHN1xxx: the script, that is what the author wrote.</summary>
public static class ScriptFindings
{
    public static readonly FindingKind NotAStaticPartialProperty = new(
        "FHN1001",
        Error,
        "The annotated member must be a static partial get-only property of type NarrationSegment",
        Reporter.Analyzer
    );
    public static readonly FindingKind ContainingTypeNotPartial = new(
        "FHN1002",
        Error,
        "The type that contains an annotated property must be partial",
        Reporter.Analyzer
    );
    public static readonly FindingKind TextNotReadable = new(
        "FHN1003",
        Error,
        "Narration text must be readable before the compiler runs",
        Reporter.Analyzer
    );
    public static readonly FindingKind AttributeNotByItsName = new(
        "FHN1004",
        Error,
        "The attribute must be written by its own name",
        Reporter.Analyzer
    );
    public static readonly FindingKind NotInManifest = new(
        "FHN1005",
        Error,
        "The compiler sees an annotation that the build did not read",
        Reporter.Analyzer
    );
    public static readonly FindingKind DiffersFromManifest = new(
        "FHN1006",
        Error,
        "The compiler and the build read different narration",
        Reporter.Analyzer
    );
    public static readonly FindingKind DuplicateId = new("FHN1007", Error, "Two segments have the same id");
    public static readonly FindingKind InvalidId = new("FHN1008", Error, "A segment's id is not valid");
    public static readonly FindingKind EmptyText = new("FHN1009", Error, "The narration text contains nothing to speak");
    public static readonly FindingKind InvalidText = new(
        "FHN1010",
        Error,
        "Narration text contains characters that cannot be spoken or stored"
    );
    public static readonly FindingKind TextTooLong = new("FHN1011", Error, "Narration text is too long for one segment");
    public static readonly FindingKind InvalidMark = new("FHN1012", Error, "A mark is malformed or repeated");
    public static readonly FindingKind ReadsLikeAFormula = new("FHN1013", Warning, "The text looks like a formula and has no SpokenAs");
    public static readonly FindingKind ItemTextChanged = new("FHN1014", Warning, "MSBuild changed the text of a Narration item");
    public static readonly FindingKind ItemVanished = new("FHN1015", Warning, "A Narration item in the project file produced no segment");
    public static readonly FindingKind ContainerClash = new(
        "FHN1016",
        Error,
        "The generated class has the same name as one of your types",
        Reporter.Analyzer
    );
    public static readonly FindingKind InvalidLexicon = new("FHN1017", Error, "A line of a lexicon cannot be read");
    public static readonly FindingKind FileLocalType = new("FHN1018", Error, "A file-local type cannot have narration", Reporter.Analyzer);
    public static readonly FindingKind FrameworksDisagree = new("FHN1019", Error, "An id has different texts in two target frameworks");
    public static readonly FindingKind UnsupportedProject = new("FHN1020", Error, "This project cannot have narration");
    public static readonly FindingKind InvalidScriptFile = new("FHN1021", Error, "A narration script file cannot be read");
    public static readonly FindingKind InvalidFormula = new("FHN1030", Error, "A formula cannot be read");
    public static readonly FindingKind DoubtfulFormula = new("FHN1031", Warning, "A formula cannot be read, so SpokenAs is spoken instead");
    public static readonly FindingKind FormulaLanguage = new("FHN1032", Error, "Formulas are not read in this language");
    public static readonly FindingKind InvalidMacros = new("FHN1033", Error, "A formula's macro cannot be read");
    public static readonly FindingKind FormulaSpokenAsText = new("FHN1034", Warning, "A take speaks a formula as plain text");
    public static readonly FindingKind ScriptPartIgnored = new("FHN1060", Warning, "Part of a narration script file is ignored");
    public static readonly FindingKind RecordingMatchesNothing = new("FHN1061", Warning, "A recording belongs to no segment");
    public static readonly FindingKind RecordingMissing = new("FHN1062", Error, "A recording is missing");
    public static readonly FindingKind RecordingUnusable = new("FHN1063", Error, "A recording cannot be used");
    public static readonly FindingKind RecordingTwice = new("FHN1064", Error, "A segment has two recordings");
    public static readonly FindingKind RecordingDoubtful = new("FHN1065", Warning, "A recording has an audible flaw");
    public static readonly FindingKind RecordingOfOtherText = new("FHN1066", Warning, "A text has changed but its recording has not");
    public static readonly FindingKind TextDependsOnConstants = new(
        "FHN1067",
        Warning,
        "A segment's text depends on compilation constants",
        Reporter.Analyzer
    );
    public static readonly FindingKind InvalidBreak = new("FHN1069", Error, "A break cannot be read, or is inside a formula");
    public static readonly FindingKind OtherMarkup = new("FHN1070", Warning, "An unsupported SSML element is read aloud");
    public static readonly FindingKind InvalidOrder = new("FHN1068", Error, "An order is not a whole number");
}
