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

NATIVES = {
    "tools/runtimes/linux-arm64/native/libonnxruntime.so": "ELF arm64",
    "tools/runtimes/linux-x64/native/libonnxruntime.so": "ELF x64",
    "tools/runtimes/osx-arm64/native/libonnxruntime.dylib": "Mach-O arm64",
    "tools/runtimes/win-arm64/native/onnxruntime.dll": "PE arm64",
    "tools/runtimes/win-x64/native/onnxruntime.dll": "PE x64",
}

EARS = {
    "linux-arm64": ("lib{}.so", "ELF arm64", []),
    "linux-x64": ("lib{}.so", "ELF x64", []),
    "macos-arm64": ("lib{}.dylib", "Mach-O arm64", ["ggml-blas-whisper", "ggml-metal-whisper"]),
    "win-arm64": ("{}.dll", "PE arm64", []),
    "win-x64": ("{}.dll", "PE x64", []),
}

NATIVES |= {
    f"tools/runtimes/{platform}/{name.format(library)}": expected
    for platform, (name, expected, more) in EARS.items()
    for library in ["whisper", "ggml-whisper", "ggml-base-whisper", "ggml-cpu-whisper", *more]
}

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
    "tools/FlamingHorse.Narration.Speech.deps.json",
    "tools/FlamingHorse.Narration.Speech.dll",
    "tools/FlamingHorse.Narration.Speech.runtimeconfig.json",
    "tools/Microsoft.Extensions.AI.Abstractions.dll",
    "tools/Microsoft.ML.OnnxRuntime.dll",
    "tools/System.Numerics.Tensors.dll",
    "tools/Whisper.net.dll",
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
