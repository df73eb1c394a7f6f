import { audioUrl } from './source.js'

/**
 * The one audio element. What plays is a segment's take ("a"), its compared take ("b") or a voice's reference ("reference");
 * a queue goes on by itself. Tells of everything by events: change, tick, end, fail.
 */
export class Player extends EventTarget {
  #queue = []
  #frame = 0

  constructor() {
    super()
    this.audio = new Audio()
    this.audio.preload = 'none'
    this.audio.id = 'sound'
    document.body.append(this.audio)
    this.segment = null
    this.side = 'a'
    this.audio.addEventListener('play', () => this.#changed())
    this.audio.addEventListener('pause', () => this.#changed())
    this.audio.addEventListener('ended', () => this.#ended())
    this.audio.addEventListener('seeked', () => this.#tell('tick'))
    this.audio.addEventListener('error', () => this.#tell('fail'))
  }

  get hasFailed() { return Boolean(this.audio.error) }
  get isPlaying() { return !this.audio.paused && !this.audio.ended }
  get at() { return this.audio.currentTime }
  get queued() { return this.#queue.length }

  is(segment, side = 'a') { return this.segment === segment && this.side === side }

  /** Plays from a position, in seconds; null goes on where it stands. */
  play(segment, side = 'a', at = null) {
    this.#queue = []
    this.#start(segment, side, at)
  }

  /** Plays these one after the other, the first from a position. */
  playAll(segments, at = 0) {
    const [first, ...rest] = segments.filter((segment) => segment.take.audio)
    if (!first) return
    this.#queue = rest
    this.#start(first, 'a', first === segments[0] ? at : 0)
  }

  toggle(segment, side = 'a') {
    if (this.is(segment, side) && this.isPlaying) this.pause()
    else if (this.is(segment, side)) this.#resume()
    else this.play(segment, side, 0)
  }

  pause() { this.audio.pause() }

  seek(at) { this.audio.currentTime = Math.max(0, at) }

  set speed(value) { this.audio.defaultPlaybackRate = this.audio.playbackRate = value }

  #start(segment, side, at) {
    const clip = clipOf(segment, side)
    if (!clip) return this.#tell('fail')
    if (!this.is(segment, side) || !this.audio.src) {
      this.segment = segment
      this.side = side
      this.clip = clip
      this.audio.src = audioUrl(clip)
    }
    if (at !== null || this.audio.ended) this.seek(at || (clip.start ?? 0))
    this.#resume()
  }

  #resume() {
    // A refusal is told by the error event; an interruption by the next clip is none.
    this.audio.play().catch(() => {})
    this.#changed()
  }

  #ended() {
    const next = this.#queue.shift()
    if (next) this.#start(next, 'a', 0)
    else this.#tell('end')
    this.#changed()
  }

  #changed() {
    cancelAnimationFrame(this.#frame)
    this.#tell('change')
    if (this.isPlaying) this.#tick()
  }

  #tick() {
    this.#frame = requestAnimationFrame(() => {
      this.#tell('tick')
      if (this.clip.end && this.at >= this.clip.end) this.pause() // the rest of a reference is not the voice's
      else if (this.isPlaying) this.#tick()
    })
  }

  #tell(what) { this.dispatchEvent(new Event(what)) }
}

function clipOf(segment, side) {
  const clip = side === 'reference' ? segment.reference : side === 'b' ? segment.other : segment.take
  return clip?.audio ? clip : null
}
