namespace FlamingHorse.Narration.Acceptance;

/// <summary>The runtime library's public members are a contract with code that older packages generated.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public Task A_public_member_removed_or_added_without_its_line_fails_the_build() =>
        PackageFeed.RunScriptAsync("tests/exercises/public-api.sh");
}
