import { level, moved, plural, seconds, signedPercent } from './format.js'

// Everything that segments can be sorted by. `of` gives null where a segment has no such figure: those come last.

export const figures = [
  { key: 'lesson', label: 'Lesson order', of: (s) => s.index },
  { key: 'name', label: 'Name', of: (s) => s.id.toLowerCase() },
  { key: 'seconds', label: 'Duration', of: (s) => s.seconds, write: seconds },
  { key: 'surprise', label: 'Against estimate', of: (s) => (s.isEstimated ? null : s.surprise), write: signedPercent },
  { key: 'pace', label: 'Characters a second', of: (s) => (s.isEstimated ? null : s.pace), write: (v) => `${v.toFixed(1)} ch/s` },
  { key: 'level', label: 'Level', of: (s) => s.take.level ?? null, write: (v) => `${level(v)} LUFS` },
  { key: 'peak', label: 'Peak', of: (s) => s.take.peak ?? null, write: (v) => `${level(v)} dBFS` },
  { key: 'attempts', label: 'Attempts', of: (s) => s.take.attempts ?? null, write: (v) => plural(v, 'attempt') },
  { key: 'moved', label: 'Movement', of: (s) => (s.isNew ? null : s.moved), write: moved },
  { key: 'cues', label: 'Cues', of: (s) => s.cues.length, write: (v) => plural(v, 'cue') },
  { key: 'flags', label: 'Flags', of: (s) => s.flags.length, write: (v) => plural(v, 'flag') },
  { key: 'voice', label: 'Voice', of: (s) => s.take.voice.toLowerCase(), write: (_, s) => s.take.voice },
  { key: 'model', label: 'Model', of: (s) => s.take.model.toLowerCase(), write: (_, s) => shortModel(s.take.model) },
  { key: 'seed', label: 'Seed', of: (s) => s.take.seed ?? null, write: (v) => `#${v}` },
  { key: 'elapsed', label: 'Time to make', of: (s) => s.take.elapsedMs ?? null, write: (v) => seconds(v / 1000) },
  { key: 'similarity', label: 'Similarity', of: (s, audit) => audit.of(s).similarity ?? null, write: (v) => `${v} / 10` },
  { key: 'wordError', label: 'Word error', of: (s, audit) => audit.wordError(s), write: (v) => `${(v * 100).toFixed(1)} %` },
]

export const figure = (key) => figures.find((f) => f.key === key) ?? figures[0]

/** "mlx-community/Qwen3-TTS-12Hz-0.6B-Base-4bit" → its last part. */
export const shortModel = (model) => model.slice(model.lastIndexOf('/') + 1)

export function sorted(segments, key, descending, audit) {
  const { of } = figure(key)
  const values = new Map(segments.map((segment) => [segment, of(segment, audit)]))
  const sign = descending ? -1 : 1
  return [...segments].sort((left, right) => {
    const [a, b] = [values.get(left), values.get(right)]
    if (a === b) return left.index - right.index
    if (a === null) return 1
    if (b === null) return -1
    return a < b ? -sign : sign
  })
}
