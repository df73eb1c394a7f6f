using System.Security.Cryptography;
using System.Text;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Synthesis;

namespace FlamingHorse.Narration.Synthesis.Tests;

/// <summary>Requests and options as the planner would hand them over.</summary>
internal static class Requests
{
    public static string Workers { get; } = Path.Combine(AppContext.BaseDirectory, "workers");

    public static Voice Voice(string backend, string engine = "", string model = "", string name = "narrator") =>
        new()
        {
            Name = name,
            Backend = backend,
            Engine = engine,
            Model = model,
            Language = "English",
        };

    public static SynthesisRequest For(string id, string text, Voice voice, double? seconds = null) =>
        new()
        {
            Id = id,
            Key = new ActionKey(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{voice.Name}|{voice.Model}|{text}")))),
            Text = text,
            Voice = voice,
            Language = "English",
            Estimate = TimeSpan.FromSeconds(seconds ?? 0.3 + text.Length * 0.065),
        };

    public static SynthesisOptions Options(string backend, TemporaryFolder folder) =>
        new()
        {
            Backend = backend,
            WorkersDirectory = Workers,
            TemporaryDirectory = Directory.CreateDirectory(folder["clips"]).FullName,
            LockDirectory = folder.Path,
            WorkingDirectory = folder.Path,
            Environment = Processes.Commands.Environment,
        };
}
