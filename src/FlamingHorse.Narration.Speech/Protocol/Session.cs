using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using FlamingHorse.Narration.Speech.Faults;

namespace FlamingHorse.Narration.Speech.Protocol;

/// <summary>The protocol, from hello to shutdown.</summary>
/// <param name="input">The host's lines.</param>
/// <param name="channel">Sends messages to the host.</param>
/// <param name="parts">What this program can do.</param>
/// <param name="log">The log that the host shows when something fails.</param>
internal sealed class Session(Stream input, Channel channel, IReadOnlyList<IPart> parts, TextWriter log)
{
    public const int Version = 1;

    private readonly BlockingCollection<Order?> _orders = [];

    /// <summary>The program's own version.</summary>
    public static string ProgramVersion { get; } = typeof(Session).Assembly.GetName().Version!.ToString(3);

    /// <summary>The exit code: 0 after a shutdown or when the host is gone; 1 if the program cannot continue.</summary>
    /// <param name="hostIsGone">Called when the input ends while orders may still be running; if it returns, they are abandoned.</param>
    public int Run(Action hostIsGone)
    {
        Greet();
        new Thread(() => Listen(hostIsGone)) { IsBackground = true, Name = "orders" }.Start();
        while (_orders.Take() is { } order)
        {
            switch (order.Kind)
            {
                case null:
                    channel.SendError(new Fault(FaultCode.BadInput, $"The host sent {order.Fault}."));
                    return 1;
                case "shutdown":
                    foreach (var part in parts)
                    {
                        part.Drain();
                    }

                    return 0;
                case "init" when !Initialize(order.Body):
                    return 1;
                case "init" or "cancel":
                    break;
                default:
                    Dispatch(order);
                    break;
            }
        }

        return 0;
    }

    private void Greet() => channel.Send("hello", json =>
        {
            json.WriteNumber("proto", Version);
            json.WriteString("worker", "neural");
            json.WriteString("version", ProgramVersion);
            json.WriteStartArray("caps");
            foreach (var capability in parts.SelectMany(part => part.Capabilities).Distinct(StringComparer.Ordinal))
            {
                json.WriteStringValue(capability);
            }

            json.WriteEndArray();
            json.WriteStartArray("missing");
            foreach (var missing in parts.SelectMany(part => part.Missing))
            {
                json.WriteStartObject();
                json.WriteString("cap", missing.Name);
                json.WriteString("code", missing.Code);
                json.WriteString("message", missing.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private void Listen(Action hostIsGone)
    {
        using var reader = new OrderReader(input);
        try
        {
            while (reader.Read() is { } order)
            {
                _orders.Add(order);
                if (order.Kind is null or "shutdown")
                {
                    break; // later lines are ignored, but the end of the input matters
                }
            }

            while (reader.Read() is not null) { }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // the pipe closed with the host
        }

        hostIsGone();
        _orders.Add(null);
    }

    private bool Initialize(JsonElement init)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            if (init.Integer("proto", Version) is var proto && proto != Version)
            {
                throw new Fault(FaultCode.BadInput, $"This program speaks protocol {Version}, the host {proto}.");
            }

            var loading = parts.Select(part => Task.Run(() => part.Load(init))).ToList();
            var loaded = loading.Select(part => part.GetAwaiter().GetResult()).ToList();
            SendReady(loaded, clock.ElapsedMilliseconds);
            return true;
        }
        catch (Exception e)
        {
            log.WriteLine($"speech: {e}");
            channel.SendError(Fault.Of(e));
            return false;
        }
    }

    private void SendReady(IReadOnlyList<Readiness> loaded, long milliseconds) => channel.Send("ready", json =>
        {
            json.WriteStartObject("engine");
            foreach (var (name, version) in loaded.SelectMany(part => part.Engine))
            {
                json.WriteString(name, version);
            }

            json.WriteEndObject();
            json.WriteNumber("load_ms", milliseconds);
            foreach (var part in loaded)
            {
                part.WriteFields(json);
            }
        });

    private void Dispatch(Order order)
    {
        if (parts.FirstOrDefault(part => part.Takes(order.Kind!)) is not { } part)
        {
            log.WriteLine($"speech: unknown message '{order.Kind}' ignored");
            return;
        }

        try
        {
            part.Accept(order);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            channel.SendError(new Fault(FaultCode.BadInput, $"'{order.Kind}' cannot be read: {e.Message}"));
        }
    }
}
