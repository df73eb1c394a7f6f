using FlamingHorse.Narration.Build.Outputs.Report;
using FlamingHorse.Narration.Engine.Model.Findings;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Build.Tests;

public sealed class ReportTemplateTests : IDisposable
{
    private readonly TemporaryFolder _package = new();

    public void Dispose() => _package.Dispose();

    [Fact]
    public async Task A_package_without_its_page_says_so_with_a_code_a_place_and_a_cure()
    {
        var error = await Should.ThrowAsync<NarrationException>(() => ReportTemplate.ReadAsync(_package.Path, CancellationToken.None));

        error.Finding.Kind.ShouldBe(StoreFindings.ReportTemplateMissing);
        error.Finding.Kind.Code.ShouldBe("FHN3057");
        error.Finding.Place!.File.ShouldStartWith(_package.Path);
        error.Finding.Message.ShouldContain("npm");
    }

    [Fact]
    public async Task A_package_with_its_page_returns_it()
    {
        _package.Write("report/narration-report.template.html", "<html>");

        (await ReportTemplate.ReadAsync(_package.Path, CancellationToken.None)).ShouldBe("<html>");
    }
}
