namespace FlamingHorse.Narration.Build.Tests.Architecture;

public sealed class RoomsTests
{
    private static readonly Rooms _engine = Rooms.All[0];

    public static TheoryData<string> Projects => [.. Rooms.All.Select(rooms => rooms.Project)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_room_uses_only_rooms_listed_before_it(string project)
    {
        var rooms = Rooms.All.Single(r => r.Project == project);
        var files = rooms.ReadFiles(Repository.Root).ToList();

        files.Count.ShouldBeGreaterThan(20);
        rooms.FindWrongArrows(files).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("using FlamingHorse.Narration.Engine.Pipeline;")]
    [InlineData("using FlamingHorse.Narration.Engine.Pipeline.Progress;")]
    [InlineData("using static FlamingHorse.Narration.Engine.Pipeline.RunReport;")]
    [InlineData("class C { Engine.Pipeline.RunReport? report; }")]
    public void A_planted_dependency_on_a_later_room_is_found(string code) =>
        _engine
            .FindWrongArrows([("Storage/Local/Planted.cs", code)])
            .ShouldBe(["Storage/Local/Planted.cs: Storage uses Pipeline, which is built on it"]);

    [Fact]
    public void A_planted_cycle_is_found_at_the_dependency_that_points_up() =>
        _engine
            .FindWrongArrows([
                ("Locks/A.cs", "using FlamingHorse.Narration.Engine.Drift;"),
                ("Drift/B.cs", "using FlamingHorse.Narration.Engine.Locks;"),
            ])
            .ShouldBe(["Locks/A.cs: Locks uses Drift, which is built on it"]);

    [Fact]
    public void A_folder_that_is_not_a_room_is_found() =>
        _engine
            .FindWrongArrows([("Helpers/Thing.cs", "")])
            .ShouldBe(["Helpers/Thing.cs: Helpers is not a room of FlamingHorse.Narration.Engine"]);

    [Fact]
    public void A_mention_in_a_comment_is_not_a_dependency() =>
        _engine.FindWrongArrows([("Model/A.cs", "/// <see cref=\"FlamingHorse.Narration.Engine.Pipeline.RunReport\"/>")]).ShouldBeEmpty();
}
