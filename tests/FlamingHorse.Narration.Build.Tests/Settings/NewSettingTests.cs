using FlamingHorse.Narration.Engine.Configuration;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Engine.Model.Settings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Tests.Settings;

/// <summary>An exercise: a new setting is one row, and everything else follows from it.</summary>
public sealed class NewSettingTests : IDisposable
{
    // The row.
    private static readonly SettingRow<double> _pace = new("NarrationPace", _pacing, 1, SettingEffect.Nothing, "pace")
    {
        Variable = "PACE",
    };

    private static readonly BackendDescriptor _exercise = new("exercise", "speaks at a pace", [_pace]);

    private readonly TemporaryFolder _project = new();
    private readonly List<Finding> _findings = [];

    private static SettingKind<double> _pacing => SettingKinds.Number(value => value is >= 0.5 and <= 2, "a number from 0.5 to 2");

    public void Dispose() => _project.Dispose();

    [Fact]
    public void It_is_read_from_the_property_then_the_environment_then_dotenv_then_its_default()
    {
        Read().Values.Get(_pace).ShouldBe(1);
        _project.Write(".env", "PACE=0.75");
        Read().Values.Get(_pace).ShouldBe(0.75);
        Read(environment: "1.25").Values.Get(_pace).ShouldBe(1.25);
        Read(property: "1.5", environment: "1.25").Values.Get(_pace).ShouldBe(1.5);
        Read().ConsultedVariables.ShouldContain("PACE");
        _findings.ShouldBeEmpty();
    }

    [Fact]
    public void An_invalid_value_is_reported_where_it_stands_with_what_is_allowed()
    {
        Read(property: "fast").Values.Get(_pace).ShouldBe(1);

        var finding = _findings.ShouldHaveSingleItem();
        finding.Kind.Code.ShouldBe("FHN2020");
        finding.Place.ShouldBe(new("Lesson.csproj", 7, 5));
        finding.Message.ShouldBe("NarrationPace is \"fast\". It must be a number from 0.5 to 2.");

        _findings.Clear();
        Read(environment: "9");
        _findings.ShouldHaveSingleItem().Message.ShouldStartWith("PACE is \"9\".");
    }

    [Fact]
    public void Its_backend_can_be_chosen()
    {
        Read(backend: "exercise").Backend.ShouldBe("exercise");
        _findings.ShouldBeEmpty();
        Read(backend: "other");
        _findings.ShouldHaveSingleItem().Message.ShouldContain("exercise");
    }

    [Fact]
    public void It_is_passed_on_documented_and_left_out_of_the_up_to_date_check()
    {
        var rows = SettingsTable.All([_exercise]);
        SettingsReference.Forwarded(rows).ShouldContain("\nNarrationPace=$(NarrationPace)\n");
        SettingsReference.Manual(rows, [_exercise]).ShouldContain("\n| `NarrationPace` | `1` | | pace |\n");
        SettingsReference.Manual(rows, [_exercise]).ShouldContain("\n| `exercise` | speaks at a pace |\n");
        SettingsReference.Unchecked(rows).ShouldContain("\n            \"NarrationPace\" => true,\n");
    }

    private NarrationSettings Read(string? property = null, string? environment = null, string backend = "exercise") =>
        SettingsReader.Read(
            new()
            {
                Properties = new Dictionary<string, string> { ["NarrationPace"] = property ?? "", ["NarrationBackend"] = backend },
                Environment = new Dictionary<string, string> { ["PACE"] = environment ?? "" },
                ProjectDirectory = _project.Path,
                Backends = [_exercise],
                FindPlace = name => name == "NarrationPace" ? new("Lesson.csproj", 7, 5) : null,
            },
            _findings
        );
}
