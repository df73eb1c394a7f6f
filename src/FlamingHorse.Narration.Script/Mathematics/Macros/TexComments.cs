namespace FlamingHorse.Narration.Script.Mathematics.Macros;

/// <summary>The comments of a LaTeX file.</summary>
internal static class TexComments
{
    /// <summary>The file with spaces where its comments are, so that every offset stays.</summary>
    public static string Blank(string tex)
    {
        var result = tex.ToCharArray();
        var isComment = false;
        for (var i = 0; i < result.Length; i++)
        {
            if (result[i] is '\n' or '\r')
                isComment = false;
            else if (isComment || result[i] == '%')
                (isComment, result[i]) = (true, ' ');
            else if (result[i] == '\\')
                i++;
        }
        return new string(result);
    }
}
