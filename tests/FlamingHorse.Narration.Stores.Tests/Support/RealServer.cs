using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace FlamingHorse.Narration.Stores.Tests.Support;

/// <summary>A server from Debian's packages, started on loopback with a configuration and a folder of its own.</summary>
internal sealed class RealServer : IDisposable
{
    public const string User = "ci";
    public const string Password = "s3cret-passw0rd";

    private readonly TemporaryFolder _folder = new("narration-server-");
    private readonly Process _process;
    private readonly Task<string> _errors;

    private RealServer(string kind)
    {
        // Servers that drop root's rights have to get in.
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Path.Combine(Data, "tmp"));
        File.WriteAllText(_folder["htpasswd"], $"{User}:{{SHA}}{Convert.ToBase64String(Sha1(Password))}\n");
        var (program, arguments) = kind switch
        {
            "nginx" => Nginx(),
            "apache" => Apache(),
            "rclone" => Rclone(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException(
                $"{program} is missing: apt-get install --no-install-recommends nginx-light apache2 rclone curl",
                e
            );
        }

        _ = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
        WaitUntilItListens();
    }

    public int Port { get; } = FreePort.Next();

    public string Data => _folder["data"];

    /// <summary>nginx serves the two routes at its root; the others get a base whose folders they have to be asked for.</summary>
    public string Url => $"http://127.0.0.1:{Port}{BasePath}";

    public string BasePath { get; private set; } = "";

    public string AccessLog => File.ReadAllText(_folder["access.log"]);

    public static RealServer Start(string kind) => new(kind);

    public static string? Credentials(string name) =>
        name switch
        {
            "NARRATION_REMOTE_CACHE_USER" => User,
            "NARRATION_REMOTE_CACHE_PASSWORD" => Password,
            _ => null,
        };

    /// <summary>Speaks HTTP by hand, so that it can break off.</summary>
    public async Task AbortedPutAsync(string path, byte[] content, int sent)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        var login = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{User}:{Password}"));
        var head =
            $"PUT {BasePath}/{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic {login}\r\nContent-Length: "
            + $"{content.Length}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await client.GetStream().WriteAsync(content.AsMemory(0, sent));
        await client.GetStream().FlushAsync();
        await Task.Delay(200);
        client.Client.Close();
        await Task.Delay(200);
    }

    public void Stop()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    public void Dispose()
    {
        Stop();
        _process.Dispose();
        _folder.Dispose();
    }

    private (string, string[]) Nginx()
    {
        // What is shipped is what is tested; only the addresses are the test's.
        var shipped = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "docs", "shared-cache", "nginx.conf"))
            .Where(line => !line.TrimStart().StartsWith("ssl_", StringComparison.Ordinal))
            .Select(line =>
                line.Replace("listen 443 ssl;", $"listen 127.0.0.1:{Port};", StringComparison.Ordinal)
                    .Replace("/var/lib/narration-cache", Data, StringComparison.Ordinal)
                    .Replace("/etc/nginx/narration-cache.htpasswd", _folder["htpasswd"], StringComparison.Ordinal)
            );
        File.WriteAllLines(_folder["narration.conf"], shipped);
        File.WriteAllText(
            _folder["nginx.conf"],
            $$"""
            user {{Environment.UserName}};
            worker_processes 2;
            pid {{_folder["nginx.pid"]}};
            events { }
            http {
                log_format sent '$request_method $uri $status $http_authorization';
                access_log {{_folder["access.log"]}} sent;
                include {{_folder["narration.conf"]}};
            }
            """
        );
        return ("nginx", ["-c", _folder["nginx.conf"], "-p", _folder.Path, "-e", _folder["error.log"], "-g", "daemon off;"]);
    }

    private (string, string[]) Apache()
    {
        BasePath = "/team/store";
        string[] modules = ["mpm_event", "authz_core", "authz_user", "authn_core", "authn_file", "auth_basic", "dav", "dav_fs"];
        File.WriteAllText(
            _folder["apache.conf"],
            $"""
            ServerRoot {_folder.Path}
            ServerName localhost
            Listen 127.0.0.1:{Port}
            PidFile {_folder["apache.pid"]}
            ErrorLog {_folder["error.log"]}
            User www-data
            Group www-data
            {string.Join('\n', modules.Select(module => $"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so"))}
            LogFormat "%m %U %>s %{"{Authorization}"}i" sent
            CustomLog {_folder["access.log"]} sent
            DavLockDB {_folder["data", "tmp", "davlock"]}
            DocumentRoot {Data}
            <Directory {Data}>
              Dav On
              AuthType Basic
              AuthName narration
              AuthUserFile {_folder["htpasswd"]}
              <LimitExcept GET HEAD>
                Require valid-user
              </LimitExcept>
              <Limit GET HEAD>
                Require all granted
              </Limit>
            </Directory>
            """
        );
        if (Environment.IsPrivilegedProcess)
        {
            Shell.Run("chown", "-R", "www-data:www-data", Data);
        }

        return ("apache2", ["-f", _folder["apache.conf"], "-DFOREGROUND"]);
    }

    private (string, string[]) Rclone()
    {
        BasePath = "/team/store";
        return (
            "rclone",
            [
                "serve",
                "webdav",
                Data,
                "--addr",
                $"127.0.0.1:{Port}",
                "--user",
                User,
                "--pass",
                Password,
                "--config",
                _folder["rclone.conf"],
                "--dir-cache-time",
                "0",
            ]
        );
    }

    private void WaitUntilItListens()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(20); Thread.Sleep(30))
        {
            if (_process.HasExited)
            {
                break;
            }

            try
            {
                using var client = new TcpClient("127.0.0.1", Port);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }

        Stop();
        throw new InvalidOperationException($"{_process.StartInfo.FileName} did not start: {_errors.Result}");
    }

#pragma warning disable CA5350 // The one form of password file that nginx and Apache both read without further tools.
    private static byte[] Sha1(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}
