namespace FlamingHorse.Narration.Script.Mathematics.Parsing;

/// <summary>A part of a formula as it is laid out; what it means is decided when it is read.</summary>
/// <param name="Start">UTF-16 units from the start of the formula.</param>
/// <param name="End">Behind its last unit.</param>
internal abstract record Node(int Start, int End);

/// <summary>What stands side by side.</summary>
internal sealed record RowNode(IReadOnlyList<Node> Items, int Start, int End) : Node(Start, End);

/// <summary>Digits, with at most one point or comma.</summary>
internal sealed record NumberNode(string Digits, int Start, int End) : Node(Start, End);

/// <summary>One letter; Greek ones by their name, as <c>alpha</c> or <c>Gamma</c>.</summary>
internal sealed record LetterNode(string Name, LetterStyle Style, int Start, int End) : Node(Start, End);

/// <summary>Words, from <c>\text</c>.</summary>
internal sealed record TextNode(string Words, int Start, int End) : Node(Start, End);

/// <summary>The upright name of a function or an operator, as <c>sin</c>.</summary>
internal sealed record NameNode(string Name, int Start, int End) : Node(Start, End);

/// <summary>A symbol.</summary>
internal sealed record SymbolNode(Symbol Symbol, int Start, int End) : Node(Start, End);

/// <summary>One thing over another; a binomial coefficient has no line between.</summary>
internal sealed record FractionNode(RowNode Top, RowNode Bottom, bool IsBinomial, int Start, int End) : Node(Start, End);

/// <summary>A root; without an index it is the square root.</summary>
internal sealed record RootNode(RowNode? Index, RowNode Body, int Start, int End) : Node(Start, End);

/// <summary>Scripts and primes on something; <see cref="Core"/> is null where they stand alone, as in <c>{}^n</c>.</summary>
internal sealed record ScriptNode(Node? Core, RowNode? Sub, RowNode? Sup, int Primes, int Start, int End) : Node(Start, End);

/// <summary>Something with an accent above or below it, such as <c>\hat x</c>.</summary>
internal sealed record AccentNode(string Accent, RowNode Body, int Start, int End) : Node(Start, End);

/// <summary>What two delimiters hold; "." is an invisible one.</summary>
internal sealed record FenceNode(string Open, string Close, RowNode Body, int Start, int End) : Node(Start, End);

/// <summary>A matrix, <c>cases</c>, or lines that are aligned.</summary>
internal sealed record GridNode(string Environment, IReadOnlyList<IReadOnlyList<RowNode>> Rows, int Start, int End) : Node(Start, End);

/// <summary>A symbol with something set over or under it.</summary>
internal sealed record StackNode(RowNode Core, RowNode Label, int Start, int End) : Node(Start, End);

/// <summary><c>\pmod n</c>.</summary>
internal sealed record ModuloNode(RowNode Modulus, int Start, int End) : Node(Start, End);

/// <summary>A formula or a group whose reading the author gave.</summary>
internal sealed record OverrideNode(string Reading, RowNode Body, int Start, int End) : Node(Start, End);
