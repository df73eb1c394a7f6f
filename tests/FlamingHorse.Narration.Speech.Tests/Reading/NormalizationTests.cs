using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class NormalizationTests
{
    [Theory]
    [InlineData("It takes 8 MB.", "It takes eight megabytes.")]
    [InlineData("It is 1 km long.", "It is one kilometer long.")]
    [InlineData("At most 4 s of failing.", "At most four seconds of failing.")]
    [InlineData("It runs at 5km/h.", "It runs at five kilometers per hour.")]
    [InlineData("A 10-ms frame.", "A ten millisecond frame.")]
    [InlineData("It falls with 9.8 m/s².", "It falls with 9.8 meters per second squared.")]
    [InlineData("It is 20 °C here.", "It is twenty degrees Celsius here.")]
    [InlineData("We need 200 sq ft of it.", "We need two hundred square feet of it.")]
    [InlineData("About 50% of them.", "About fifty percent of them.")]
    [InlineData("The 30s are over.", "The thirties are over.")]
    public void Units_are_named(string written, string spoken) => ShouldReadAs(written, spoken);

    [Theory]
    [InlineData("It costs $5.50.", "It costs five dollars and fifty cents.")]
    [InlineData("It costs $1.", "It costs one dollar.")]
    [InlineData("It costs $3 million.", "It costs three million dollars.")]
    [InlineData("It costs $2.5M.", "It costs 2.5 million dollars.")]
    [InlineData("It costs $2,500.", "It costs two thousand five hundred dollars.")]
    [InlineData("It costs £1.01.", "It costs one pound and one penny.")]
    [InlineData("It costs 5 EUR.", "It costs five euros.")]
    [InlineData("It costs $5-10.", "It costs five to ten dollars.")]
    [InlineData("It costs 50¢.", "It costs fifty cents.")]
    public void Amounts_of_money_are_read(string written, string spoken) => ShouldReadAs(written, spoken);

    [Theory]
    [InlineData("Come at 3:05 sharp.", "Come at three oh five sharp.")]
    [InlineData("Come at 3:00 sharp.", "Come at three o'clock sharp.")]
    [InlineData("Come at 14:30 sharp.", "Come at fourteen thirty sharp.")]
    [InlineData("Come at 3pm sharp.", "Come at three p.m. sharp.")]
    [InlineData("Born on 2024-03-15 there.", "Born on March fifteenth, twenty twenty four there.")]
    [InlineData("Born on March 3 there.", "Born on March third there.")]
    [InlineData("Born on 15 March there.", "Born on the fifteenth of March there.")]
    [InlineData("In 1905 and 2005.", "In nineteen oh five and two thousand five.")]
    [InlineData("In the '90s.", "In the nineties.")]
    public void Times_and_dates_are_read(string written, string spoken) => ShouldReadAs(written, spoken);

    [Theory]
    [InlineData("Dr. Smith met Prof. Lee.", "Doctor Smith met Professor Lee.")]
    [InlineData("See fig. 3 there.", "See figure three there.")]
    [InlineData("See pp. 5–10 there.", "See pages five to ten there.")]
    [InlineData("A vs. B.", "A versus B.")]
    [InlineData("It is no. 7 there.", "It is number seven there.")]
    [InlineData("Look at St. Louis now.", "Look at Saint Louis now.")]
    [InlineData("The house in Main St. is old.", "The house in Main Street is old.")]
    [InlineData("Read Chapter IV now.", "Read Chapter four now.")]
    [InlineData("Then Henry VIII came.", "Then Henry the eighth came.")]
    [InlineData("After World War II he came.", "After World War two he came.")]
    [InlineData("In class I learned it.", "In class I learned it.")]
    public void Abbreviations_and_Roman_numerals_are_read(string written, string spoken) => ShouldReadAs(written, spoken);

    [Theory]
    [InlineData("Take 1/2 of it.", "Take one half of it.")]
    [InlineData("Take 3/4 of it.", "Take three quarters of it.")]
    [InlineData("Take 1½ of it.", "Take one and one half of it.")]
    [InlineData("It holds 1,234,567 of them.", "It holds one million two hundred thirty four thousand five hundred sixty seven of them.")]
    [InlineData("It is 1920x1080 there.", "It is nineteen twenty by ten eighty there.")]
    [InlineData("Take version 1.2.3 now.", "Take version one point two point three now.")]
    [InlineData("It is agent 007 now.", "It is agent zero zero seven now.")]
    [InlineData("It is −5 now.", "It is minus five now.")]
    [InlineData("It is 10 - 3 now.", "It is ten minus three now.")]
    [InlineData("About 10–20 of them.", "About ten to twenty of them.")]
    [InlineData("The 21st of them.", "The twenty first of them.")]
    public void Numbers_are_read(string written, string spoken) => ShouldReadAs(written, spoken);

    [Theory]
    [InlineData("Here x² grows.", "Here x squared grows.")]
    [InlineData("Here x^5 grows.", "Here x to the power of five grows.")]
    [InlineData("So x ≤ y holds.", "So x less than or equal to y holds.")]
    [InlineData("So f(x) holds.", "So f of x holds.")]
    [InlineData("Turn by π there.", "Turn by pi there.")]
    [InlineData("Write C# there.", "Write C sharp there.")]
    [InlineData("Open example.com there.", "Open example dot com there.")]
    [InlineData("Open the file(s) there.", "Open the files there.")]
    [InlineData("It is *bold* there.", "It is bold there.")]
    [InlineData("It is snake_case there.", "It is snake case there.")]
    public void Symbols_are_read(string written, string spoken) => ShouldReadAs(written, spoken);

    // Both are read by the later stages alike, so equal phonemes mean equal words.
    private static void ShouldReadAs(string written, string spoken)
    {
        var said = SharedReader.Read(written);
        said.ShouldBe(SharedReader.Read(spoken));
        said.ShouldNotBeEmpty();
    }
}
