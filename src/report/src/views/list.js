import { byId, el, icon } from '../dom.js'
import { clock, moved, number, plural } from '../format.js'
import { Wave } from '../sound/wave.js'
import { row, showFigure, showVerdict } from './row.js'
import { Thumbs } from './thumbs.js'

const blockSize = 20
const rowHeight = 62

/** The segments, by scene in the lesson's order, as one list when sorted. Rows are made once and moved. */
export class List {
  #rows = new Map()

  constructor(host, { lesson, audit, player, shelf, playScene }) {
    Object.assign(this, { host, lesson, audit, player, shelf, playScene })
    this.thumbs = new Thumbs((line) => this.#drawThumb(line))
    shelf.addEventListener('change', () => this.draw())
    shelf.addEventListener('select', ({ detail }) => this.#select(detail))
    audit.addEventListener('change', () => this.#verdicts())
    player.addEventListener('change', () => this.#playing())
    player.addEventListener('tick', () => this.#progress())
  }

  draw() {
    const { shown, isInOrder, sort } = this.shelf
    const lines = shown.map((segment) => this.#row(segment))
    if (shown.length === 0) this.host.replaceChildren(this.#nothing())
    else if (isInOrder) this.host.replaceChildren(...this.#byScene(shown, lines))
    else this.host.replaceChildren(el('div', { class: 'flat' }, blocks(lines)))
    for (const [i, line] of lines.entries()) showFigure(line, shown[i], sort, this.audit)
    this.thumbs.watch(this.host.querySelectorAll('.rows'))
    byId('found').textContent = shown.length === this.lesson.segments.length
      ? ''
      : shown.length === 0 ? 'No segment matches.'
      : `${plural(shown.length, 'segment')} of ${number(this.lesson.segments.length)}`
    this.#verdicts()
  }

  /** Drawn in other colours. */
  repaint() {
    this.thumbs.clear()
    this.draw()
  }

  rowOf(segment) { return this.#rows.get(segment) }

  #nothing() {
    return el('div', { class: 'nothing' },
      el('button', {
        type: 'button', class: 'button',
        onclick: () => { byId('search').value = ''; this.shelf.change({ query: '', filter: 'all' }) },
      }, 'Show all segments'))
  }

  #row(segment) {
    let line = this.#rows.get(segment)
    if (!line) {
      line = row(segment, {
        onplay: (event) => { event.stopPropagation(); this.shelf.select(segment, { reveal: false }); this.player.toggle(segment) },
        onpick: (event) => { event.stopPropagation(); this.shelf.select(segment, { reveal: false }) },
      })
      this.#rows.set(segment, line)
    }
    return line
  }

  #byScene(shown, lines) {
    const scenes = new Map()
    for (const [i, segment] of shown.entries()) {
      if (!scenes.has(segment.scene)) scenes.set(segment.scene, [])
      scenes.get(segment.scene).push(lines[i])
    }
    return [...scenes].map(([scene, own]) =>
      el('section', { class: 'scene', 'aria-labelledby': `scene-${scene.index}` }, this.#sceneHead(scene), blocks(own)))
  }

  #sceneHead(scene) {
    const change = scene.seconds - scene.before
    return el('header', { class: 'scene-head' },
      el('h2', { id: `scene-${scene.index}` }, scene.name),
      el('span', { class: 'scene-figures' },
        `${plural(scene.segments.length, 'segment')} · ${clock(scene.seconds)}`,
        scene.hasMoved && Math.abs(change) >= 0.005 &&
          el('span', { class: 'moved', title: 'Against the takes before the last change' }, ` ${moved(change)}`)),
      el('button', {
        type: 'button', class: 'button small', 'aria-label': `Play scene ${scene.name}`, disabled: !scene.canPlay,
        onclick: () => this.playScene(scene),
      }, icon('play'), el('span', {}, 'Play scene')))
  }

  #drawThumb(line) {
    const segment = this.lesson.segments[line.dataset.index]
    const thumb = line.querySelector('.thumb')
    if (!segment.take.picture || !thumb.clientWidth) return null
    thumb.replaceChildren()
    const wave = new Wave(thumb, segment.take, {
      height: 36, tone: 'thumb',
      onseek: (at) => { this.shelf.select(segment, { reveal: false }); this.player.play(segment, 'a', at) },
    })
    if (this.player.is(segment)) wave.show(this.player.at)
    return wave
  }

  #select({ before, reveal }) {
    if (before) this.#mark(before, false)
    const line = this.#mark(this.shelf.selected, true)
    if (reveal && line?.isConnected) {
      line.scrollIntoView({
        block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
      })
    }
  }

  #mark(segment, isSelected) {
    const line = this.#row(segment)
    line.classList.toggle('selected', isSelected)
    const pick = line.querySelector('.pick')
    if (isSelected) pick.setAttribute('aria-current', 'true')
    else pick.removeAttribute('aria-current')
    return line
  }

  #verdicts() {
    for (const segment of this.shelf.shown) showVerdict(this.#row(segment), segment, this.audit)
  }

  #playing() {
    const { segment, isPlaying } = this.player
    if (this.sounding && this.sounding !== segment) {
      this.#sound(this.sounding, false)
      this.thumbs.of(this.#row(this.sounding))?.show(0)
    }
    this.sounding = segment
    if (segment) this.#sound(segment, isPlaying && this.player.side === 'a')
  }

  #sound(segment, isPlaying) {
    const line = this.#row(segment)
    line.classList.toggle('playing', isPlaying)
    const button = line.querySelector('button.play')
    if (!button) return
    button.querySelector('use').setAttribute('href', isPlaying ? '#i-pause' : '#i-play')
    button.querySelector('.visually-hidden').textContent = `${isPlaying ? 'Pause' : 'Play'} ${segment.name}`
  }

  #progress() {
    const { segment, side, at } = this.player
    if (segment && side === 'a') this.thumbs.of(this.#row(segment))?.show(at)
  }
}

/** Lists of a few rows each: what is far from the screen is skipped block by block. */
function blocks(lines) {
  const lists = []
  for (let first = 0; first < lines.length; first += blockSize) {
    const own = lines.slice(first, first + blockSize)
    lists.push(el('ol', { class: 'rows', start: first + 1, style: { containIntrinsicBlockSize: `auto ${own.length * rowHeight}px` } }, own))
  }
  return lists
}
