using System.Collections.Concurrent;
using FlamingHorse.Narration.Engine.Model;
using FlamingHorse.Narration.Script.Diagnostics;

namespace FlamingHorse.Narration.Engine.Tests.Fakes;

internal sealed class ListLog : INarrationLog
{
    public ConcurrentQueue<Finding> Findings { get; } = new();

    public ConcurrentQueue<string> Lines { get; } = new();

    public void Report(Finding finding) => Findings.Enqueue(finding);

    public void Line(string text) => Lines.Enqueue(text);

    public void Trace(string text) { }
}
