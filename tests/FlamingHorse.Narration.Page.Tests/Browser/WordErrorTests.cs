using FlamingHorse.Narration.Page.Tests.Support;

namespace FlamingHorse.Narration.Page.Tests.Browser;

public class WordErrorTests(PageOfLanguages page) : IClassFixture<PageOfLanguages>
{
    [Theory]
    [InlineData(0, "we need forty two apples about one thousand two hundred and fifty grams", 0)]
    [InlineData(1, "its the third row two point five times four equals ten", 0)]
    [InlineData(2, "a very short text", 1)]
    [InlineData(3, "?", 4)]
    [InlineData(4, "es sind einundzwanzig äpfel", 0)]
    [InlineData(5, "il y a trois virgule cinq litres", 0)]
    [InlineData(6, "矩阵有三行", 0)]
    [InlineData(7, "wa' wej", 1)]
    public async Task Word_errors_are_counted_after_numbers_and_case_are_made_equal(int segment, string heard, int wrong)
    {
        await page.Open.SelectAsync($"S{segment}");
        await page.Open.Inspector.GetByLabel("What I heard").First.FillAsync(heard);

        (await page.Open.Inspector.Locator(".heard-score").InnerTextAsync()).ShouldContain($"· {wrong} of ");
    }
}
