using System.Text;

namespace FlamingHorse.Narration.Tests;

/// <summary>What is written into files of captions.</summary>
public class CaptionFileTests
{
    [Fact]
    public void WebVtt_escapes_what_would_be_markup()
    {
        var file = One("<script>alert('x')</script> & 1 --> 2", 3).ToWebVtt();
        file.ShouldContain("&lt;script&gt;alert('x')&lt;/script&gt; &amp; 1 --&gt; 2");
        CaptionFile.ReadWebVtt(file)[0].Text.ShouldBe("<script>alert('x')</script> & 1 --> 2");
    }

    [Fact]
    public void Srt_keeps_arrows_and_markup_from_being_read_as_such()
    {
        var text = CaptionFile.ReadSrt(One(@"1 --> 2, x ----> y, <b>a</b> < c, {\an8} {x}", 5).ToSrt())[0].Text;
        text.ShouldBe("1 → 2, x → y, <\u2060b>a<\u2060/b> <\u2060 c, {\u2060\\an8} {x}");
    }

    [Fact]
    public void An_arrow_alone_on_a_line_cannot_pass_for_a_time_line()
    {
        var cues = CaptionFile.ReadSrt(One("00:00:00,000 --> 00:00:09,000", 3).ToSrt());
        cues.ShouldHaveSingleItem().End.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character_so_that_utf8_can_be_written()
    {
        var file = One("odd \ud800 and \udc00 but 😀", 3).ToSrt();
        file.ShouldContain("odd \uFFFD and \uFFFD but 😀");
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(file).ShouldNotBeEmpty();
    }

    [Fact]
    public void Hours_may_have_three_digits()
    {
        var timeline = NarrationTimeline.Sequence(new() { LeadIn = TimeSpan.FromHours(123) }, Segments.Seconds("a", 2));
        timeline.ToWebVtt().ShouldContain("123:00:00.000 --> 123:00:02.000");
    }

    private static NarrationTimeline One(string text, double seconds) =>
        NarrationTimeline.Sequence(new(), Segments.Seconds("a", seconds, text));
}
