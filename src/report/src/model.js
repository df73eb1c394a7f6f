// The data that the build wrote, with what follows from it: positions, scenes, figures.

export function readLesson() {
  const data = JSON.parse(document.getElementById('narration-data').textContent)
  const prefix = commonPrefix(data.segments.map((segment) => segment.scene))
  const voices = new Map(data.voices.map((voice) => [voice.name.toLowerCase(), voice]))
  const scenes = []
  let start = 0
  const segments = data.segments.map((raw, index) => {
    const take = withFigures(raw.take)
    const key = raw.scene.toLowerCase()
    let scene = scenes.at(-1)
    if (!scene || scene.key !== key) {
      scene = {
        key, index: scenes.length, name: sceneName(raw.scene, prefix, data.project), start, seconds: 0, before: 0,
        hasMoved: false, canPlay: false, segments: [],
      }
      scenes.push(scene)
    }
    const voice = voices.get(raw.take.voice.toLowerCase())
    const segment = {
      ...raw,
      index,
      take,
      other: raw.other && withFigures(raw.other),
      reference: voice?.reference,
      lacksReference: voice?.backend === 'mlx' && !voice.reference, // a cloned voice has one, wherever it is
      name: raw.id.slice(raw.id.lastIndexOf('.') + 1),
      scene,
      start,
      seconds: take.seconds,
      moved: raw.before === undefined ? 0 : round(take.seconds - raw.before),
      surprise: take.seconds / raw.estimate - 1,
      pace: paceOf(raw, take) / (voice?.speed ?? 1),
      spokenText: raw.spoken ?? raw.caption,
      isHeardOtherwise: take.verdict === 'doubtful' || take.verdict === 'refused',
      words: timed(raw.words),
      search: `${raw.id}\n${raw.caption}\n${raw.spoken ?? ''}`.toLowerCase(),
    }
    scene.segments.push(segment)
    scene.canPlay ||= Boolean(take.audio)
    scene.seconds += take.seconds
    scene.before += raw.before ?? (raw.isNew ? 0 : take.seconds)
    scene.hasMoved ||= segment.moved !== 0 || raw.isNew
    start += take.seconds
    return segment
  })
  for (const scene of scenes) {
    const short = scene.name.slice(scene.name.lastIndexOf('.') + 1)
    scene.label = scenes.every((other) => other.key === scene.key || !`.${other.name}`.endsWith(`.${short}`)) ? short : scene.name
  }
  return { ...data, segments, scenes, seconds: start, byId: new Map(segments.map((segment) => [segment.id, segment])) }
}

const withFigures = (take) => ({
  ...take, seconds: take.samples / take.rate,
  speechFrom: take.speechStart / take.rate, speechTo: take.speechEnd / take.rate,
})

/** Characters of what is said, without spaces around, per second of speech. */
function paceOf(raw, take) {
  const speech = take.speechTo - take.speechFrom
  return speech > 0 ? [...(raw.spoken ?? raw.caption).trim()].length / speech : 0
}

function timed(flat = []) {
  const words = []
  for (let i = 0; i < flat.length; i += 3) words.push({ offset: flat[i], at: flat[i + 1], until: flat[i + 2] })
  return words
}

const round = (value) => Math.round(value * 1000) / 1000

/** "Scenes." of Scenes.Intro and Scenes.Product: said once it says nothing. */
function commonPrefix(names) {
  const parts = [...new Set(names)].map((name) => name.split('.'))
  const first = parts[0] ?? []
  let length = 0
  while (length < first.length - 1 && parts.every((p) => p.length > length + 1 && p[length] === first[length])) length++
  return first.slice(0, length).join('.')
}

const sceneName = (scene, prefix, project) => (scene === ''
  ? project
  : prefix && scene.startsWith(`${prefix}.`) ? scene.slice(prefix.length + 1) : scene)
