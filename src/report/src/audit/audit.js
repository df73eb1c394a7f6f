import { compare } from './errors.js'
import { words } from './words.js'

/**
 * What the listener judged, by segment. Begins with what the audit file says; every change is kept at once where the browser keeps
 * something for a page, so that a closed window loses nothing that was not saved yet.
 */
export class Audit extends EventTarget {
  #entries = new Map()
  #saved

  constructor(lesson) {
    super()
    this.lesson = lesson
    this.sample = lesson.audit.sample.map((id) => lesson.byId.get(id)).filter(Boolean)
    this.key = `narration-audit:${lesson.project}:${lesson.framework}:${lesson.comparison?.b ?? ''}`
    for (const entry of lesson.audit.entries) this.#adopt(entry)
    this.#saved = JSON.stringify(this.toFile())
    for (const entry of this.#kept()) this.#adopt(entry)
  }

  of(segment) { return this.#entries.get(segment.id) ?? {} }

  isSampled(segment) { return this.lesson.audit.sample.includes(segment.id) }

  /** A judged take that is no longer the segment's: the judgement does not hold for the new one. */
  isStale(entry, take) { return Boolean(entry.audio && take?.hash && entry.audio !== take.hash) }

  get isSaved() { return JSON.stringify(this.toFile()) === this.#saved }

  /** Changes a judgement; `undefined` takes a part away. */
  change(segment, part, side = 'a') {
    const entry = { ...this.of(segment) }
    const take = side === 'b' ? segment.other : segment.take
    const judged = side === 'b' ? { ...entry.other } : entry
    Object.assign(judged, part, { id: segment.id, audio: take.hash, voice: take.voice, model: take.model })
    if ('heard' in part) Object.assign(judged, this.#score(segment, judged.heard))
    if (side === 'b') entry.other = judged
    this.#put(segment, { ...entry, id: segment.id, audio: segment.take.hash, voice: segment.take.voice, model: segment.take.model })
    this.#keep()
    this.dispatchEvent(new Event('change'))
  }

  /** Word by word, what was said and what was heard; null when nothing was written down. */
  comparison(segment, side = 'a') {
    const { heard } = side === 'b' ? this.of(segment).other ?? {} : this.of(segment)
    return heard?.trim() ? compare(words(segment.spokenText, segment.language), words(heard, segment.language)) : null
  }

  /** A share, or null. */
  wordError(segment) {
    const { wrongWords, words: count } = this.of(segment)
    return wrongWords === undefined ? null : wrongWords / Math.max(1, count)
  }

  get judged() { return [...this.#entries.keys()].map((id) => this.lesson.byId.get(id)) }

  get redo() { return this.judged.filter((segment) => this.of(segment).verdict === 'redo') }

  /** The content of narration.audit.json. */
  toFile() {
    const order = [...this.#entries.values()].sort((a, b) => this.lesson.byId.get(a.id).index - this.lesson.byId.get(b.id).index)
    return { schema: 1, project: this.lesson.project, entries: order }
  }

  saved() {
    this.#saved = JSON.stringify(this.toFile())
    this.dispatchEvent(new Event('change'))
  }

  #score(segment, heard) {
    if (!heard?.trim()) return { heard: undefined, wrongWords: undefined, words: undefined }
    const { wrong, of } = compare(words(segment.spokenText, segment.language), words(heard, segment.language))
    return { wrongWords: wrong, words: of }
  }

  #adopt(entry) {
    const segment = this.lesson.byId.get(entry.id)
    if (!segment || this.isStale(entry, segment.take)) return
    const other = entry.other && this.isStale(entry.other, segment.other) ? undefined : entry.other
    this.#put(segment, { ...entry, other })
  }

  #put(segment, entry) {
    const clean = tidy(entry)
    if (hasJudgement(clean)) this.#entries.set(segment.id, clean)
    else this.#entries.delete(segment.id)
  }

  #kept() {
    try { return JSON.parse(localStorage.getItem(this.key) ?? '[]') } catch { return [] }
  }

  #keep() {
    try { localStorage.setItem(this.key, JSON.stringify([...this.#entries.values()])) } catch { /* then only the file keeps it */ }
  }
}

const order = ['id', 'audio', 'voice', 'model', 'similarity', 'heard', 'wrongWords', 'words', 'verdict', 'note', 'other', 'preferred']

/** In one order and without what is empty, so that the file changes only where a judgement did. */
function tidy(entry) {
  const clean = {}
  for (const name of order) {
    const value = name === 'other' && entry.other ? tidy(entry.other) : entry[name]
    if (value !== undefined && value !== null && value !== '') clean[name] = value
  }
  return clean
}

const hasJudgement = (entry) => ['similarity', 'heard', 'verdict', 'note', 'preferred'].some((name) => entry[name] !== undefined)
  || Boolean(entry.other && hasJudgement(entry.other))
