#!/usr/bin/env python3
"""Makes Windows programs of what is built for this machine: the same assemblies, beside a host for Windows. .NET for Windows is
installed into a folder of its own, from the packages that NuGet has restored.

    windows_programs.py install RESOLVED.json DOTNET      RESOLVED.json: MSBuild's items ResolvedRuntimePack and ResolvedAppHostPack
    windows_programs.py program DOTNET BUILT PROGRAM.exe  copies the folder BUILT to the program's, and puts the program beside its
                                                          PROGRAM.dll; it finds .NET through the variable DOTNET_ROOT
"""

import json
import pathlib
import shutil
import sys

# What a host holds in place of its assembly's path, and how many bytes there are for one (HostWriter of Microsoft.NET.HostModel).
PLACEHOLDER = b"c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2"
HOST = "apphost.exe"


def install(resolved: pathlib.Path, dotnet: pathlib.Path) -> None:
    items = json.loads(resolved.read_text(encoding="utf-8"))["Items"]
    shutil.rmtree(dotnet, ignore_errors=True)
    for pack in items["ResolvedRuntimePack"]:
        files = pathlib.Path(pack["PackageDirectory"]) / "runtimes" / pack["RuntimeIdentifier"]
        framework = dotnet / "shared" / pack["FrameworkName"] / pack["NuGetPackageVersion"]
        (libraries,) = (files / "lib").iterdir()
        shutil.copytree(libraries, framework)
        shutil.copytree(files / "native", framework, dirs_exist_ok=True)
    (resolver,) = dotnet.glob("shared/*/*/hostfxr.dll")
    place = dotnet / "host" / "fxr" / resolver.parent.name
    place.mkdir(parents=True)
    resolver.rename(place / resolver.name)
    shutil.copy(items["ResolvedAppHostPack"][0]["Path"], dotnet / HOST)


def program(dotnet: pathlib.Path, built: pathlib.Path, path: pathlib.Path) -> None:
    shutil.rmtree(path.parent, ignore_errors=True)
    shutil.copytree(built, path.parent)
    assembly = path.with_suffix(".dll").name.encode()
    host = (dotnet / HOST).read_bytes()
    if host.count(PLACEHOLDER) != 1:
        sys.exit(f"{dotnet / HOST} is not a host that can be given an assembly.")
    path.write_bytes(host.replace(PLACEHOLDER, assembly.ljust(len(PLACEHOLDER), b"\0")))


if __name__ == "__main__":
    step, *paths = sys.argv[1:]
    {"install": install, "program": program}[step](*map(pathlib.Path, paths))
