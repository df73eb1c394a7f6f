using FlamingHorse.Narration.Script.Diagnostics;
using static FlamingHorse.Narration.Script.Diagnostics.FindingSeverity;

namespace FlamingHorse.Narration.Engine.Model.Findings;

/// <summary>FHN2xxx: voices, settings and the backend that speaks.</summary>
public static class VoiceFindings
{
    public static readonly FindingKind NoBackend = new("FHN2001", Error, "There is something to synthesize but no backend on this machine");
    public static readonly FindingKind UnknownBackend = new("FHN2002", Error, "The backend is unknown");
    public static readonly FindingKind PythonMissing = new("FHN2003", Error, "The Python interpreter cannot be started");
    public static readonly FindingKind ModuleMissing = new("FHN2004", Error, "A Python module that the worker needs is missing");
    public static readonly FindingKind EngineTooOld = new("FHN2005", Error, "The speech engine is too old");
    public static readonly FindingKind NoDevice = new("FHN2006", Error, "The speech engine has no device to run on");
    public static readonly FindingKind ModelMissing = new("FHN2007", Error, "The model is not on this machine");
    public static readonly FindingKind ReferenceMissing = new("FHN2008", Error, "A voice's reference file is missing");
    public static readonly FindingKind ReferenceUnreadable = new("FHN2009", Error, "A voice's reference cannot be read");
    public static readonly FindingKind ReferenceTooLong = new("FHN2010", Error, "A voice's reference is too long to clone from");
    public static readonly FindingKind ReferenceIsPointer = new("FHN2011", Error, "A voice's reference is a Git LFS pointer, not the file");
    public static readonly FindingKind ReferenceDegenerate = new("FHN2012", Error, "The model does not stop with this reference");
    public static readonly FindingKind UnknownVoice = new("FHN2013", Error, "A segment names a voice that is not configured");
    public static readonly FindingKind WorkerProtocol = new("FHN2014", Error, "The worker broke the protocol");
    public static readonly FindingKind WorkerFailed = new("FHN2015", Error, "The worker failed and could not be restarted");
    public static readonly FindingKind TextKillsWorker = new("FHN2016", Error, "The worker crashes on this text");
    public static readonly FindingKind OutOfMemory = new("FHN2017", Error, "One segment does not fit into memory");
    public static readonly FindingKind InvalidConfig = new("FHN2018", Error, "voice_clone_config.json cannot be read");
    public static readonly FindingKind ModelPassedOver = new("FHN2019", Message, "A model of the PyTorch path is ignored");
    public static readonly FindingKind InvalidSetting = new("FHN2020", Error, "A setting has an invalid value");
    public static readonly FindingKind ModelUnsupported = new("FHN2021", Error, "The speech engine does not support this model");
    public static readonly FindingKind WorkerCommandMissing = new("FHN2022", Error, "The worker command is missing or cannot be started");
    public static readonly FindingKind EndpointInvalid = new("FHN2023", Error, "The speech server's endpoint is missing or invalid");
    public static readonly FindingKind DialectCannotCarry = new(
        "FHN2024",
        Error,
        "The speech server's dialect has no field for a setting that is part of the voice"
    );
    public static readonly FindingKind ServerFailed = new("FHN2025", Error, "The speech server did not return speech");
    public static readonly FindingKind SlowDevice = new("FHN2026", Warning, "The speech engine runs on the CPU");
    public static readonly FindingKind EngineHasKnownFaults = new("FHN2027", Warning, "This version of the speech engine has known faults");
    public static readonly FindingKind OtherModelUsed = new(
        "FHN2028",
        Warning,
        "A segment did not fit into memory, so the fallback model was used"
    );
    public static readonly FindingKind EngineVoiceMissing = new("FHN2029", Error, "The operating system does not have this voice");
    public static readonly FindingKind WorkerRestarted = new("FHN2030", Warning, "The worker failed and was started again");
    public static readonly FindingKind EnvironmentShared = new("FHN2031", Warning, "The Python environment is shared with other programs");
    public static readonly FindingKind ReferenceNotBest = new(
        "FHN2032",
        Warning,
        "A voice's reference is shorter or longer than is best for cloning"
    );
    public static readonly FindingKind ReferenceTooQuiet = new("FHN2033", Warning, "A voice's reference is too quiet");
    public static readonly FindingKind ReferenceClipped = new("FHN2034", Warning, "A voice's reference is clipped");
    public static readonly FindingKind TranscriptMismatch = new(
        "FHN2035",
        Warning,
        "A voice's transcript does not match the length of its reference"
    );
    public static readonly FindingKind ReferenceHasZeroCodes = new(
        "FHN2036",
        Warning,
        "A voice's encoded reference contains codes that other programs miscount"
    );
    public static readonly FindingKind ModelDoesNotLoad = new("FHN2037", Error, "The model cannot be loaded");
    public static readonly FindingKind TextRefused = new("FHN2040", Error, "The speech engine refuses this text");
    public static readonly FindingKind PythonTooOld = new("FHN2041", Error, "The Python interpreter is too old for the worker");
    public static readonly FindingKind WaitingForWorker = new(
        "FHN2042",
        Message,
        "Another build on this machine is using the speech engine"
    );
    public static readonly FindingKind SpeechPackageMissing = new(
        "FHN2044",
        Error,
        "The package FlamingHorse.Narration.Speech is not referenced"
    );
    public static readonly FindingKind LanguageUnsupported = new("FHN2045", Error, "The voice does not speak this language");
    public static readonly FindingKind TextUnread = new("FHN2046", Warning, "Part of a text cannot be pronounced and is left out");
    public static readonly FindingKind PhonemesUnsupported = new(
        "FHN2047",
        Error,
        "A word's pronunciation is in phonemes only, which this backend does not support"
    );
    public static readonly FindingKind EnvironmentElsewhere = new(
        "FHN2048",
        Message,
        "The MLX environment is where an older version of the package put it"
    );
    public static readonly FindingKind RecognizerUnavailable = new("FHN2060", Warning, "The recognizer cannot listen on this machine");
    public static readonly FindingKind RecognizerFailed = new("FHN2061", Warning, "The recognizer failed and is off for this build")
    {
        IsOfTheMoment = true,
    };
    public static readonly FindingKind RecognizerModelMissing = new("FHN2062", Warning, "The recognizer's model is not on this machine");
    public static readonly FindingKind SettingMisspelt = new("FHN2043", Warning, "A property's name is close to that of a setting");
}
