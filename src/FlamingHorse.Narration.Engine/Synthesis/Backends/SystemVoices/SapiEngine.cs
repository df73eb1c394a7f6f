using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Platform;

namespace FlamingHorse.Narration.Engine.Synthesis.Backends.SystemVoices;

/// <summary>
/// Windows' <c>System.Speech</c> through Windows PowerShell, 22.05 kHz. The scripts are constants; voice and file go by variables of
/// the environment. Written from the documentation; not run on Windows by this project's own tests.
/// </summary>
internal sealed class SapiEngine : ISystemEngine
{
    public const string Shell = "powershell";

    private const string Open =
        "$ErrorActionPreference='Stop'; Add-Type -AssemblyName System.Speech; "
        + "$s=New-Object System.Speech.Synthesis.SpeechSynthesizer; ";

    private const string List =
        Open
        + "[Console]::OutputEncoding=[Text.Encoding]::UTF8; "
        + "$s.GetInstalledVoices() | Where-Object Enabled | ForEach-Object { $_.VoiceInfo.Name + [char]9 + $_.VoiceInfo.Culture.Name }";

    private const string Speak =
        Open
        + "if ($env:NARRATION_VOICE) { $s.SelectVoice($env:NARRATION_VOICE) } "
        + "$f=New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo(22050,'Sixteen','Mono'); "
        + "$s.SetOutputToWaveFile($env:NARRATION_OUTPUT,$f); "
        + "$r=New-Object IO.StreamReader([Console]::OpenStandardInput(),[Text.Encoding]::UTF8); "
        + "$s.Speak($r.ReadToEnd()); $s.Dispose()";

    public string Program => Shell;

    public bool SpeaksAsTheSystem => true;

    public string Cure(SystemFamily family) => "Windows PowerShell is a part of Windows: look at PATH.";

    public IReadOnlyList<string>? VersionArguments => null;

    public IReadOnlyList<string> VoicesArguments => ["-NoProfile", "-NonInteractive", "-Command", List];

    public IReadOnlyList<SystemVoice> Voices(string printed) =>
        [
            .. from line in printed.Split('\n')
            let columns = line.Trim().Split('\t')
            where columns[0].Length > 0
            select new SystemVoice(columns[0], columns.Length > 1 ? columns[1] : ""),
        ];

    public SystemVoice? Choose(Voice voice, string language, IReadOnlyList<SystemVoice> available) =>
        voice.Model.Length == 0 ? new SystemVoice("") : available.FirstOrDefault(candidate => candidate.IsNamed(voice.Model));

    public IReadOnlyList<string> SpeakArguments(SystemVoice voice, string output) => ["-NoProfile", "-NonInteractive", "-Command", Speak];

    public IReadOnlyDictionary<string, string> Variables(SystemVoice voice, string output) =>
        new Dictionary<string, string> { ["NARRATION_VOICE"] = voice.Name, ["NARRATION_OUTPUT"] = output };
}
