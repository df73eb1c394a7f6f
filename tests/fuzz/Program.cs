using FlamingHorse.Narration.Fuzz;
using SharpFuzz;

// build/fuzz.sh runs it under afl-fuzz. By itself it reads one input from standard input, such as one that the fuzzer kept.
if (args is not [var name] || FuzzTargets.Find(name) is not { } read)
{
    Console.WriteLine(string.Join('\n', FuzzTargets.Names));
    return args.Length == 0 ? 0 : 2;
}

if (Environment.GetEnvironmentVariable("__AFL_SHM_ID") is null)
{
    using var input = Console.OpenStandardInput();
    return OneInput.Read(read, input);
}

// Out of process: a stack overflow or a loop without an end costs one process, and the fuzzing goes on.
Fuzzer.OutOfProcess.Run(input => OneInput.Check(read, input));
return 0;
