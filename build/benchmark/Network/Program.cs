using System.Diagnostics;
using System.Globalization;
using Microsoft.ML.OnnxRuntime;

// MODEL [THREADS]: loads the model, says "loaded", then runs texts. A text is a line of its ids; an empty line runs those before it, and
// is answered with the seconds that it took and the frames that came out.
using var options = new SessionOptions
{
    IntraOpNumThreads = 1,
    InterOpNumThreads = 1,
    GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
};
using var session = new InferenceSession(File.ReadAllBytes(args[0]), options);
Console.WriteLine("loaded");
Console.Out.Flush();
var threads = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
string[] outputs = ["durations", "f0", "lh", "theta", "ln", "lr", "phi"];
var texts = new List<long[]>();
while (Console.ReadLine() is { } line)
{
    if (line.Length > 0)
    {
        texts.Add([.. line.Split(' ').Select(id => long.Parse(id, CultureInfo.InvariantCulture))]);
        continue;
    }

    var clock = Stopwatch.StartNew();
    var next = -1;
    long frames = 0;
    var running = Enumerable
        .Range(0, threads)
        .Select(_ => new Thread(() =>
        {
            int text;
            while ((text = Interlocked.Increment(ref next)) < texts.Count)
            {
                Interlocked.Add(ref frames, Run(texts[text]));
            }
        }))
        .ToList();
    running.ForEach(thread => thread.Start());
    running.ForEach(thread => thread.Join());
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:f4} {frames}"));
    Console.Out.Flush();
    texts.Clear();
}

long Run(long[] ids)
{
    using var run = new RunOptions();
    using var phonemes = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
    using var speed = OrtValue.CreateTensorValueFromMemory([1f], [1L]);
    using var answer = session.Run(run, ["ids", "speed"], [phonemes, speed], outputs);
    return answer[1].GetTensorTypeAndShape().Shape[^1];
}
