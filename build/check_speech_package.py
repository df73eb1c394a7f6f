#!/usr/bin/env python3
"""Checks a FlamingHorse.Narration.Speech package: its files, its size, and by their headers the native libraries of each platform.

usage: check_speech_package.py PACKAGE.nupkg
"""

import re
import struct
import sys
import zipfile

MOST_MEGABYTES = 75
NEWEST_GLIBC = (2, 28)
# The ears': on an older Linux the voice speaks, and the program says that nothing can be heard.
NEWEST_GLIBC_OF_EARS = (2, 34)

VOICE = [
    "LICENSE",
    "NOTICE",
    "heart.onnx",
    "lexicon_us_gold.json.gz",
    "lexicon_us_silver.json.gz",
    "normalize.json",
    "oov.json",
    "oov.onnx",
    "tagger.json.gz",
    "tokenizer_exceptions.json",
    "vocab.json",
    "voice.json",
]

# By platform: the file of ONNX Runtime, the pattern of the ears' files, what both are by their headers, and further files of the ears.
PLATFORMS = {
    "linux-arm64": ("libonnxruntime.so", "runtimes/linux-arm64/lib{}.so", "ELF arm64", []),
    "linux-x64": ("libonnxruntime.so", "runtimes/linux-x64/lib{}.so", "ELF x64", []),
    "osx-arm64": ("libonnxruntime.dylib", "runtimes/macos-arm64/lib{}.dylib", "Mach-O arm64", ["ggml-blas-whisper", "ggml-metal-whisper"]),
    # Nobody serves a runtime pack to compile this one's program against: it is the IL, and its library lies where NuGet puts it.
    "win-arm64": ("runtimes/win-arm64/native/onnxruntime.dll", "runtimes/win-arm64/{}.dll", "PE arm64", []),
    "win-x64": ("onnxruntime.dll", "runtimes/win-x64/{}.dll", "PE x64", []),
}

NATIVES = {f"tools/{platform}/{engine}": kind for platform, (engine, _, kind, _) in PLATFORMS.items()} | {
    f"tools/{platform}/{ears.format(library)}": kind
    for platform, (_, ears, kind, more) in PLATFORMS.items()
    for library in ["whisper", "ggml-whisper", "ggml-base-whisper", "ggml-cpu-whisper", *more]
}

# Those with native code beside the IL, and the machine that their program's header names: the processor's number, changed by the system's.
PRECOMPILED = {"linux-arm64": 0xAA64 ^ 0x7B79, "linux-x64": 0x8664 ^ 0x7B79, "osx-arm64": 0xAA64 ^ 0x4644, "win-x64": 0x8664}

PROGRAM = [
    "FlamingHorse.Narration.Speech.deps.json",
    "FlamingHorse.Narration.Speech.dll",
    "FlamingHorse.Narration.Speech.runtimeconfig.json",
    "Microsoft.Extensions.AI.Abstractions.dll",
    "Microsoft.ML.OnnxRuntime.dll",
    "System.Numerics.Tensors.dll",
    "Whisper.net.dll",
]

FILES = [
    "LICENSE",
    "NOTICE",
    "README.md",
    "build/FlamingHorse.Narration.Speech.props",
    "buildMultiTargeting/FlamingHorse.Narration.Speech.props",
    "icon.png",
    "licenses/onnxruntime/LICENSE",
    "licenses/onnxruntime/ThirdPartyNotices.txt",
    "licenses/whisper.net/LICENSE",
    *(f"tools/{platform}/{name}" for platform in [*PLATFORMS, "any"] for name in PROGRAM),
    *NATIVES,
    *(f"tools/Voices/heart/{name}" for name in VOICE),
]

# What every package holds, by NuGet's own conventions.
CONVENTIONS = re.compile(r"^(_rels/|package/|\[Content_Types\]\.xml$|[^/]+\.nuspec$|\.signature\.p7s$)")


def kind(data: bytes) -> str:
    if data[:4] == b"\x7fELF":
        return "ELF " + {0x3E: "x64", 0xB7: "arm64"}.get(struct.unpack_from("<H", data, 18)[0], "?")
    if data[:2] == b"MZ":
        at = struct.unpack_from("<I", data, 0x3C)[0]
        return "PE " + {0x8664: "x64", 0xAA64: "arm64"}.get(struct.unpack_from("<H", data, at + 4)[0], "?")
    if data[:4] == b"\xcf\xfa\xed\xfe":
        return "Mach-O " + {0x0100000C: "arm64", 0x01000007: "x64"}.get(struct.unpack_from("<I", data, 4)[0], "?")
    return "unknown"


def machine(data: bytes) -> int:
    return struct.unpack_from("<H", data, struct.unpack_from("<I", data, 0x3C)[0] + 4)[0]


def glibc(data: bytes) -> tuple[int, int]:
    return max(((int(a), int(b)) for a, b in re.findall(rb"GLIBC_(\d+)\.(\d+)", data)), default=(0, 0))


def check(path: str) -> list[str]:
    wrong = []
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if not CONVENTIONS.match(name)]
        wrong += [f"missing: {name}" for name in FILES if name not in names]
        wrong += [f"nobody needs: {name}" for name in names if name not in FILES]
        for name, expected in NATIVES.items():
            if name not in names:
                continue
            data = package.read(name)
            if kind(data) != expected:
                wrong.append(f"{name} is {kind(data)}, not {expected}")
            newest = NEWEST_GLIBC if "onnxruntime" in name else NEWEST_GLIBC_OF_EARS
            if expected.startswith("ELF") and glibc(data) > newest:
                wrong.append(f"{name} needs glibc {glibc(data)}")
        for platform, expected in PRECOMPILED.items():
            for name in ["FlamingHorse.Narration.Speech.dll", "Microsoft.ML.OnnxRuntime.dll"]:
                if (path_in := f"tools/{platform}/{name}") in names and (found := machine(package.read(path_in))) != expected:
                    wrong.append(f"{path_in} is compiled for machine {found:#x}, not {expected:#x}")
        nuspec = package.read(next(name for name in package.namelist() if name.endswith(".nuspec"))).decode()
        if "<developmentDependency>true</developmentDependency>" not in nuspec:
            wrong.append("it is no development dependency")
        if "<dependency " in nuspec:
            wrong.append("it depends on other packages")
        size = sum(info.compress_size for info in package.infolist()) / 1e6
        if size > MOST_MEGABYTES:
            wrong.append(f"{size:.1f} MB; {MOST_MEGABYTES} are the most")
        unpacked = sum(info.file_size for info in package.infolist()) / 1e6
        print(f"{path}: {len(names)} files, {size:.1f} MB, {unpacked:.0f} MB unpacked")
    return wrong


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if faults := check(sys.argv[1]):
        sys.exit("\n".join(faults))
