import { colour, el } from '../dom.js'
import { clock, plural } from '../format.js'

const height = 44
const shortestName = 44
const longestLoan = 84

/** The lesson from left to right: scenes as buttons, segments as blocks, cues as ticks, the playhead. A click plays from there. */
export class Timeline {
  constructor(host, { lesson, audit, player, shelf, playScene, playFrom }) {
    Object.assign(this, { lesson, audit, player, shelf, playFrom })
    this.share = (at) => (lesson.seconds > 0 ? at / lesson.seconds : 0)
    this.canvas = el('canvas', { height, 'aria-hidden': 'true' })
    this.head = el('div', { class: 'playhead', hidden: true })
    this.tip = el('div', { class: 'tip', hidden: true })
    this.track = el('div', { class: 'track' }, this.canvas, this.head, this.tip)
    this.scenes = el('div', { class: 'scenes' }, lesson.scenes.map((scene) => el('button', {
      type: 'button',
      class: 'scene-tab',
      title: `${scene.name}: ${clock(scene.seconds)}`,
      'aria-label': `Play scene ${scene.name}, ${plural(scene.segments.length, 'segment')}, ${clock(scene.seconds)}`,
      style: { left: `${this.share(scene.start) * 100}%`, width: `${this.share(scene.seconds) * 100}%` },
      onclick: () => playScene(scene),
    }, el('span', {}, scene.label))))
    this.ruler = el('div', { class: 'ruler', 'aria-hidden': 'true' })
    host.append(this.scenes, this.track, this.ruler)
    this.track.addEventListener('click', (event) => this.#play(event))
    this.track.addEventListener('pointermove', (event) => this.#hint(event))
    this.track.addEventListener('pointerleave', () => { this.tip.hidden = true })
    new ResizeObserver(() => this.draw()).observe(this.track)
    shelf.addEventListener('change', () => this.draw())
    shelf.addEventListener('select', () => this.draw())
    audit.addEventListener('change', () => this.draw())
  }

  draw() {
    const width = this.track.clientWidth
    if (!width) return
    const scale = devicePixelRatio
    this.canvas.width = width * scale
    this.canvas.height = height * scale
    const pen = this.canvas.getContext('2d')
    pen.scale(scale, scale)
    const paint = this.#colours()
    const shown = new Set(this.shelf.shown)
    for (const segment of this.lesson.segments) {
      const left = this.share(segment.start) * width
      const wide = Math.max(this.share(segment.seconds) * width, 0.6)
      const gap = wide > 4 ? 1 : 0
      pen.globalAlpha = shown.has(segment) ? 1 : 0.22
      pen.fillStyle = paint[this.#tone(segment)]
      pen.beginPath()
      pen.roundRect(left, 4, wide - gap, 24, wide > 8 ? 3 : 0)
      pen.fill()
      if (segment === this.shelf.selected) {
        pen.strokeStyle = paint.ink
        pen.lineWidth = 1.5
        pen.stroke()
      }
      pen.fillStyle = paint.cue
      for (const cue of segment.cues) pen.fillRect(left + this.share(cue.at) * width - 0.5, 30, 1, 6)
      if (segment.moved !== 0 || segment.isNew) {
        pen.fillStyle = paint.ember
        pen.fillRect(left, 38, Math.max(wide - gap, 1), 2)
      }
    }
    this.#nameScenes(width)
    this.#drawRuler(width)
  }

  /** A name is cut to its scene. Where scenes are too narrow for any, one name borrows from those after it, which go without. */
  #nameScenes(width) {
    const wide = this.lesson.scenes.map((scene) => this.share(scene.seconds) * width)
    let borrowed = 0
    for (const [i, tab] of [...this.scenes.children].entries()) {
      let room = wide[i]
      for (let next = i + 1; wide[i] < shortestName && room < longestLoan && wide[next] < shortestName; next++) room += wide[next]
      const isNamed = borrowed <= 0 && room >= shortestName
      tab.classList.toggle('tight', !isNamed)
      tab.firstElementChild.style.maxWidth = `${room - 4}px`
      if (isNamed) borrowed = room
      borrowed -= wide[i]
    }
  }

  /** Where the sound is; null when nothing plays. */
  showHead(at) {
    this.head.hidden = at === null
    if (at !== null) this.head.style.left = `${this.share(at) * 100}%`
  }

  #tone(segment) {
    if (this.audit.of(segment).verdict === 'redo') return 'bad'
    if (segment.isEstimated) return 'estimated'
    return segment.flags.length ? 'warn' : 'block'
  }

  #colours() {
    return Object.fromEntries(['block', 'warn', 'bad', 'estimated', 'ink', 'cue', 'ember'].map((name) => [name, colour(`tl-${name}`)]))
  }

  #drawRuler(width) {
    const wanted = this.lesson.seconds / Math.max(2, width / 90)
    const step = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600].find((size) => size >= wanted) ?? 7200
    const ticks = []
    for (let at = 0; at <= this.lesson.seconds - step * 0.4; at += step) {
      ticks.push(el('span', { style: { left: `${this.share(at) * 100}%` } }, clock(at).replace(/\.0$/, '')))
    }
    this.ruler.replaceChildren(...ticks)
  }

  #under(event) {
    const box = this.track.getBoundingClientRect()
    const at = Math.min(0.99999, Math.max(0, (event.clientX - box.left) / box.width)) * this.lesson.seconds
    let [low, high] = [0, this.lesson.segments.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.lesson.segments[middle].start <= at) low = middle
      else high = middle - 1
    }
    return { segment: this.lesson.segments[low], at, x: event.clientX - box.left, width: box.width }
  }

  #play(event) {
    const { segment, at } = this.#under(event)
    if (segment) this.playFrom(segment, at - segment.start)
  }

  #hint(event) {
    const { segment, at, x, width } = this.#under(event)
    if (!segment) return
    this.tip.hidden = false
    this.tip.textContent = `${segment.scene.name} · ${segment.name} · ${clock(at)}`
    this.tip.style.left = `${Math.min(Math.max(x, 90), Math.max(90, width - 90))}px`
  }
}
