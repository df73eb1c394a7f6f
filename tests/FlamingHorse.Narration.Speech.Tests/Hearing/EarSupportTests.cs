using FlamingHorse.Narration.Speech.Hearing;
using FlamingHorse.Narration.Speech.Tests.Protocol;

namespace FlamingHorse.Narration.Speech.Tests.Hearing;

public sealed class EarSupportTests
{
    [Theory]
    [InlineData(false, true, true, true, "platform")]
    [InlineData(true, false, true, true, "AVX2")]
    [InlineData(true, true, false, true, "libgomp1")]
    [InlineData(true, true, true, false, "glibc 2.34")]
    public async Task What_is_missing_is_reported_and_the_voice_still_speaks(
        bool hasLibrary,
        bool hasVectors,
        bool hasOpenMp,
        bool hasGlibc,
        string word
    )
    {
        using var folder = new TemporaryFolder();
        using var conversation = new Conversation(support: new EarSupport(hasLibrary, hasVectors, hasOpenMp, hasGlibc));
        var hello = await conversation.ReadAsync("hello");
        hello.GetProperty("caps").EnumerateArray().ShouldNotContain(cap => cap.GetString() == "listen");
        var missing = hello.GetProperty("missing").EnumerateArray().ShouldHaveSingleItem();
        missing.GetProperty("cap").GetString().ShouldBe("listen");
        missing.GetProperty("code").GetString().ShouldBe("FHN2060");
        missing.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain(word);

        conversation.Send("""{"t":"init","proto":1,"model":"heart"}""");
        await conversation.ReadAsync("ready");
        conversation.Send(HostMessages.Synth(1, [(1, Voice.ReferenceItem.All[0].Text, folder["a.wav"])]));
        Conversation.Kind((await conversation.ReadAnswersAsync(1))[1]).ShouldBe("done");
        conversation.Send("""{"t":"listen","batch":2,"language":"english","items":[{"id":2,"text":"a","audio":"a.wav"}]}""");
        (await conversation.ReadAnswersAsync(1))[2].GetProperty("message").GetString().ShouldNotBeNull().ShouldContain(word);
    }

    [Fact]
    public async Task On_a_processor_without_the_librarys_instructions_the_program_says_so_and_speaks()
    {
        using var folder = new TemporaryFolder();
        using var program = new SpeechProgram(variables: new() { ["DOTNET_EnableAVX2"] = "0" });
        var hello = await program.ReadAsync("hello");
        var missing = hello.GetProperty("missing");
        Assert.SkipWhen(missing.GetArrayLength() == 0, "this processor has no AVX2 to be switched off");
        missing[0].GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("AVX2");

        program.Send("""{"t":"init","proto":1,"model":"heart"}""");
        await program.ReadAsync("ready");
        program.Send(HostMessages.Synth(1, [(1, "It speaks.", folder["a.wav"])]));
        (await program.ReadAsync("done", "error")).GetProperty("t").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task A_program_without_libgomp_is_not_ended_by_its_library()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "libgomp is Linux's");
        var support = EarSupport.Current;
        support.HasLibrary.ShouldBeTrue();
        using var conversation = new Conversation(support: support with { HasOpenMp = false });
        await conversation.ReadAsync("hello");
        conversation.Send("""{"t":"init","proto":1,"recognizer":{"model":"/none.bin"}}""");
        var error = await conversation.ReadAsync("error");
        error.GetProperty("code").GetString().ShouldBe("no_device");
        error.GetProperty("message").GetString().ShouldNotBeNull().ShouldContain("libgomp");
    }
}
