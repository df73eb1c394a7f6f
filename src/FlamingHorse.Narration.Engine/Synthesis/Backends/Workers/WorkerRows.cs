using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.Workers;

/// <summary>Settings of a worker that the user provides.</summary>
internal static class WorkerRows
{
    public static readonly SettingRow<string> Command = new(
        "NarrationWorkerCommand",
        SettingKinds.Text,
        "",
        SettingEffect.Outputs,
        "for `worker`: program and arguments in one string; double quotes group, no shell"
    );

    public static readonly BackendDescriptor Descriptor = new("worker", "any program that speaks the worker protocol", [Command]);
}
