using FlamingHorse.Narration;

namespace MatrixLesson.Scenes;

/// <summary>The rule, and one entry worked out.</summary>
public static partial class Product
{
    [Narration(
        "Each entry of the product sums the products of a <mark name='row'/>row of the first matrix "
            + "and a <mark name='column'/>column of the second."
    )]
    public static partial NarrationSegment Rule { get; }

    [Narration(@"In signs: $c_{ij} = \sum_k a_{ik}b_{kj}$.")]
    public static partial NarrationSegment Formula { get; }

    [Narration(
        "For example, take the first row, one and two, and the first column, three and four: one times three plus two times four is eleven."
    )]
    public static partial NarrationSegment Example { get; }

    [Narration(
        """
            The number of columns of the first matrix must equal the number of rows of the second;
            otherwise, the sum would run out of partners.
            """
    )]
    public static partial NarrationSegment Condition { get; }

    [Narration("A two by three matrix times a three by four matrix gives a two by four matrix.")]
    public static partial NarrationSegment Sizes { get; }
}
