using FlamingHorse.Narration.Script.Estimates;

namespace FlamingHorse.Narration.Script.Tests.Estimates;

public class DurationEstimateTests
{
    private static readonly SpeechRate Default = SpeechRate.Default("English");

    [Fact]
    public void The_default_pace_is_that_of_an_unhurried_narrator()
    {
        var words = Sentences.All.Sum(text => text.Split(' ').Length);
        var seconds = Sentences.All.Sum(text => Predict(text));

        (words / seconds).ShouldBeInRange(2.3, 3.0);
    }

    [Theory]
    [InlineData("Row", "Multiplication")]
    [InlineData("Rows and columns", "Rows, and columns")]
    [InlineData("Rows, and columns", "Rows. And columns")]
    [InlineData("In 12", "In 1784")]
    [InlineData("about 2", "about 2.5")]
    [InlineData("the plan", "the PDE")]
    [InlineData("by Dr. Noether", "by Doctor. Noether")]
    [InlineData("x", "x = 2")]
    public void More_to_say_takes_longer(string less, string more)
    {
        Predict(more).ShouldBeGreaterThan(Predict(less));
    }

    [Theory]
    [InlineData("In 1984 it was proved.", "In nineteen eighty-four it was proved.")]
    [InlineData("There are 1,984 of them.", "There are one thousand nine hundred eighty-four of them.")]
    [InlineData("It is 3.14.", "It is three point one four.")]
    [InlineData("The 21st theorem", "The twenty one theorem")]
    [InlineData("by Prof. Noether", "by professor Noether")]
    [InlineData("two, e.g. three", "two, e g three")]
    public void Figures_and_abbreviations_last_as_long_as_their_words(string written, string words)
    {
        Predict(written).ShouldBe(Predict(words), 0.16);
    }

    [Theory]
    [InlineData("Die Determinante misst, wie stark eine Abbildung Flächen streckt.", "German", 3.5, 6)]
    [InlineData("Le théorème fondamental relie les dérivées et les intégrales.", "French", 3, 5.5)]
    [InlineData("La derivada de una función es la pendiente de su recta tangente.", "Spanish", 3, 5.5)]
    [InlineData("Определитель показывает, как преобразование растягивает площадь.", "Russian", 3.5, 6.5)]
    [InlineData("矩阵乘法满足结合律，但不满足交换律。", "Chinese", 3, 5.5)]
    [InlineData("行列の積は、結合法則を満たします。", "Japanese", 2.5, 5)]
    [InlineData("행렬의 곱셈은 결합법칙을 만족합니다.", "Korean", 2.5, 5)]
    [InlineData("המטריצה היא טבלה של מספרים", "Hebrew", 1.5, 4)]
    [InlineData("आव्यूह संख्याओं की एक सारणी है", "Hindi", 1.5, 4)]
    public void Other_languages_are_estimated_within_what_speakers_take(string text, string language, double least, double most)
    {
        DurationEstimate.Predict(text, language, SpeechRate.Default(language)).TotalSeconds.ShouldBeInRange(least, most);
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("99999999999999999999999999 0 007 1.2.3.4 1,2,3 .5 -3 ,")]
    public void Any_text_has_a_duration_of_at_least_head_and_tail(string text)
    {
        DurationEstimate.Predict(text, "English", Default).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void The_same_text_has_the_same_duration_in_every_language_spelling()
    {
        DurationEstimate.Predict("Rows", "english", Default).ShouldBe(DurationEstimate.Predict("Rows", "English", Default));
    }

    private static double Predict(string text) => DurationEstimate.Predict(text, "English", Default).TotalSeconds;
}
