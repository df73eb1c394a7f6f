using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Synthesis.Tests.Backends;

public sealed class WorkerCommandsTests
{
    private static readonly FindingKind[] _kinds =
    [
        VoiceFindings.NoBackend,
        VoiceFindings.PythonMissing,
        VoiceFindings.ModuleMissing,
        VoiceFindings.NoDevice,
    ];

    [Theory]
    [InlineData("FHN2003")]
    [InlineData("FHN2004")]
    public void An_interpreter_that_is_a_guess_and_lacks_something_was_never_set_up(string code) =>
        IsNotSetUp(code, isPythonConfigured: false).ShouldBeTrue();

    [Theory]
    [InlineData("FHN2003")]
    [InlineData("FHN2004")]
    public void An_interpreter_that_somebody_named_was_set_up_whatever_it_lacks(string code) =>
        IsNotSetUp(code, isPythonConfigured: true).ShouldBeFalse();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_machine_without_a_backend_was_never_set_up(bool isPythonConfigured) =>
        IsNotSetUp("FHN2001", isPythonConfigured).ShouldBeTrue();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_missing_device_says_nothing_of_the_setup(bool isPythonConfigured) =>
        IsNotSetUp("FHN2006", isPythonConfigured).ShouldBeFalse();

    [Theory]
    [InlineData("python3 worker.py", "python3", "worker.py")]
    [InlineData("\"/opt/my worker\" --voice \"a b\" -v", "/opt/my worker", "--voice|a b|-v")]
    [InlineData("speak", "speak", "")]
    public void A_users_command_is_a_program_and_its_arguments(string text, string program, string arguments)
    {
        using var folder = new TemporaryFolder();
        var options = Requests.Options("worker", folder) with { WorkerCommand = text };

        var command = new UserProgram().Command(options);

        command.Program.ShouldBe(program);
        string.Join("|", command.Arguments).ShouldBe(arguments);
        command.WorkingDirectory.ShouldBe(folder.Path);
        command.Launcher.ShouldBe(Path.Combine(Requests.Workers, "launch.sh"));
        command.KeepsAwake.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "NarrationBackend is 'worker' and NarrationWorkerCommand is empty. Check ")]
    [InlineData("  ", "NarrationBackend is 'worker' and NarrationWorkerCommand is empty. Check ")]
    [InlineData("\"unclosed", "NarrationWorkerCommand cannot be read: ")]
    public void A_users_command_that_names_no_program_is_an_error(string text, string message)
    {
        using var folder = new TemporaryFolder();
        var options = Requests.Options("worker", folder) with { WorkerCommand = text };

        var e = Should.Throw<NarrationException>(() => new UserProgram().Command(options));

        e.Finding.Kind.ShouldBe(VoiceFindings.WorkerCommandMissing);
        e.Finding.Message.ShouldStartWith(message);
    }

    private static bool IsNotSetUp(string code, bool isPythonConfigured) =>
        WorkerCommands.IsNotSetUp(
            _kinds.Single(kind => kind.Code == code).At(null, "why"),
            new NarrationSettings { Worker = new WorkerSettings { IsPythonConfigured = isPythonConfigured } }
        );
}
