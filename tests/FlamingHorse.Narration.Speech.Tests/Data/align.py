#!/usr/bin/env python3
"""When each word of a clip is said, by pocketsphinx: a judge of the voice's own word times that shares nothing with it.

    align.py FOLDER            for every FOLDER/NAME.wav with its words in FOLDER/NAME.txt a line: NAME START START ...   (seconds)
    align.py --flite FOLDER    makes such files with flite from FOLDER/NAME.txt, and prints the same lines from flite's own known phones

Debian's pocketsphinx, pocketsphinx-en-us, sox and flite. One linear grammar a clip; the decoder puts silence between the words.
"""
import os
import re
import subprocess
import sys

MODEL = "/usr/share/pocketsphinx/model/en-us"


def words_of(path):
    with open(path, encoding="utf-8") as file:
        return [word for word in (re.sub(r"[^a-z']", "", token) for token in file.read().lower().split()) if word]


def names_in(folder):
    return sorted(name[:-4] for name in os.listdir(folder) if name.endswith(".txt"))


def align(folder):
    names = names_in(folder)
    for name in names:
        path = os.path.join(folder, name)
        subprocess.run(["sox", path + ".wav", "-r", "16000", "-c", "1", "-b", "16", path + ".16k.wav"], check=True)
        words = words_of(path + ".txt")
        with open(path + ".fsg", "w", encoding="utf-8") as grammar:
            grammar.write(f"FSG_BEGIN {name}\nNUM_STATES {len(words) + 1}\nSTART_STATE 0\nFINAL_STATE {len(words)}\n")
            grammar.writelines(f"TRANSITION {i} {i + 1} 1.0 {word}\n" for i, word in enumerate(words))
            grammar.write("FSG_END\n")
    control, result = os.path.join(folder, "control"), os.path.join(folder, "segments")
    with open(control, "w", encoding="utf-8") as file:
        file.writelines(name + "\n" for name in names)
    subprocess.run(
        ["pocketsphinx_batch", "-hmm", MODEL + "/en-us", "-dict", MODEL + "/cmudict-en-us.dict", "-ctl", control, "-cepdir", folder,
         "-cepext", ".16k.wav", "-adcin", "yes", "-adchdr", "44", "-fsgctl", control, "-fsgdir", folder, "-fsgext", ".fsg",
         "-hypseg", result, "-remove_silence", "no", "-remove_noise", "no", "-beam", "1e-120", "-wbeam", "1e-80", "-pbeam", "1e-120"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    starts = {}
    with open(result, encoding="utf-8") as file:
        for line in file:
            # NAME S scale T score A acoustic L language start acoustic language WORD start … end
            fields = line.split()
            at = fields.index("L") + 2
            said = [(int(fields[i]), re.sub(r"\(\d+\)$", "", fields[i + 3])) for i in range(at, len(fields) - 3, 4)]
            starts[fields[0]] = [start / 100 for start, word in said if not word.startswith(("<", "+", "["))]
    for name in names:
        if len(starts.get(name, [])) == len(words_of(os.path.join(folder, name + ".txt"))):
            print(name, *starts[name])


def phones(text, out, durations):
    told = subprocess.run(["flite", "-voice", "slt", "-t", text, "-psdur" if durations else "-ps", "-o", out], check=True, capture_output=True, text=True)
    return told.stdout.split()


def speak(folder):
    for name in names_in(folder):
        path = os.path.join(folder, name)
        words = words_of(path + ".txt")
        known, at = [], 0.0
        for phone in phones(" ".join(words), path + ".wav", durations=True):
            label, end = phone.split(":")
            if label != "pau":
                known.append(at)
            at = float(end)
        # Where a word has as many phones alone as in the sentence, its first one is known.
        counts = [len([phone for phone in phones(word, os.devnull, durations=False) if phone != "pau"]) for word in words]
        if sum(counts) == len(known):
            print(name, *(known[sum(counts[:i])] for i in range(len(words))))


if __name__ == "__main__":
    speak(sys.argv[2]) if sys.argv[1] == "--flite" else align(sys.argv[1])
