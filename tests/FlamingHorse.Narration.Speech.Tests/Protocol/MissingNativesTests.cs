namespace FlamingHorse.Narration.Speech.Tests.Protocol;

/// <summary>The program from a folder as on a platform that the package has no native library for.</summary>
public sealed class MissingNativesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MissingNativesTests()
    {
        foreach (
            var file in Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Concat(Directory.GetFiles(AppContext.BaseDirectory, "*.json"))
        )
        {
            File.Copy(file, _folder[Path.GetFileName(file)]);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_says_hello_and_refuses_to_load_with_what_is_missing_and_what_would_do_instead()
    {
        using var program = new SpeechProgram(folder: _folder.Path);
        (await program.ReadAsync("hello")).GetProperty("worker").GetString().ShouldBe("neural");

        program.Send("""{"t":"init","proto":1,"model":"heart"}""");
        var error = await program.ReadAsync();

        error.GetProperty("code").GetString().ShouldBe("no_device");
        error.GetProperty("message").GetString()!.ShouldContain("There is no ONNX Runtime library for");
        error.GetProperty("cure").GetString()!.ShouldContain("NarrationBackend=system");
        (await program.ExitCodeAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Preparing_shows_the_row_of_the_device_as_an_error()
    {
        using var program = new SpeechProgram(["--prepare"], folder: _folder.Path);
        program.Send("{}");
        program.CloseInput();

        (await program.ReadToEndAsync()).ShouldContain("\"code\":\"FHN2006\",\"name\":\"device\",\"ok\":false");
        (await program.ExitCodeAsync()).ShouldBe(1);
    }
}
