using FlamingHorse.Narration.Speech.Tests.Reading.Support;

namespace FlamingHorse.Narration.Speech.Tests.Reading;

public sealed class HomographTests
{
    [Theory]
    [InlineData("Please read the proof aloud.", 1, "ɹˈid")]
    [InlineData("She has read the proof.", 2, "ɹˈɛd")]
    [InlineData("We read the graph from left to right.", 1, "ɹˈid")]
    [InlineData("Yesterday we read the graph.", 2, "ɹˈɛd")]
    [InlineData("We will live here.", 2, "lˈɪv")]
    [InlineData("The live signal is strong.", 1, "lˈIv")]
    [InlineData("They record every step.", 1, "ɹəkˈɔɹd")]
    [InlineData("The record shows no gap.", 1, "ɹˈɛkəɹd")]
    [InlineData("The wind turns the mill.", 1, "wˈɪnd")]
    [InlineData("We wind the string around it.", 1, "wˈInd")]
    [InlineData("Close the bracket.", 0, "klˈOz")]
    [InlineData("It is close to the axis.", 2, "klˈOs")]
    [InlineData("Separate the variables.", 0, "sˈɛpəɹˌAt")]
    [InlineData("These are two separate integrals.", 3, "sˈɛpəɹət")]
    [InlineData("We estimate the sum.", 1, "ˈɛstəmˌAt")]
    [InlineData("The estimate is good.", 1, "ˈɛstəmət")]
    public void A_word_is_pronounced_by_its_part_of_speech(string text, int token, string said) =>
        SharedReader.ReadWords(text)[token].ShouldBe(said);

    [Theory]
    [InlineData("This makes the teacher content.", 4, "kəntˈɛnt")]
    [InlineData("The content of the lesson is new.", 1, "kˈɑntɛnt")]
    [InlineData("She makes the page content short.", 4, "kˈɑntɛnt")]
    [InlineData("I object to that.", 1, "əbʤˈɛkt")]
    [InlineData("The object has two sides.", 1, "ˈɑbʤəkt")]
    [InlineData("Pass it from object to object.", 3, "ˈɑbʤəkt")]
    [InlineData("The cosine leads, and the roots lead to it.", 6, "lˈid")]
    [InlineData("The pipe was made of lead.", 5, "lˈɛd")]
    [InlineData("A lead pipe is heavy.", 1, "lˈɛd")]
    [InlineData("She took the lead.", 3, "lˈid")]
    [InlineData("Here a equals two.", 1, "ˈA")]
    public void Words_that_the_tagger_gets_wrong_are_corrected(string text, int token, string said) =>
        SharedReader.ReadWords(text)[token].ShouldBe(said);

    [Theory]
    [InlineData("the apple", 0, "ði")]
    [InlineData("the pear", 0, "ðə")]
    [InlineData("to add", 0, "tʊ")]
    [InlineData("to be", 0, "tə")]
    [InlineData("We used to think.", 1, "jˈust")]
    [InlineData("the used map", 1, "jˈuzd")]
    [InlineData("come in", 1, "ˈɪn")]
    [InlineData("in time", 0, "ɪn")]
    public void Small_words_are_pronounced_by_what_follows(string text, int token, string said) =>
        SharedReader.ReadWords(text)[token].ShouldBe(said);
}
