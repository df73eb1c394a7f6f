import { byId, setIcon } from '../dom.js'
import { clock, plural } from '../format.js'

/** The player at the foot of the page. */
export class Deck {
  constructor({ player, shelf, move }) {
    Object.assign(this, { player, shelf })
    byId('toggle').addEventListener('click', () => this.toggle())
    byId('next').addEventListener('click', () => move(1))
    byId('previous').addEventListener('click', () => move(-1))
    byId('speed').addEventListener('change', (event) => { player.speed = Number(event.target.value) })
    player.addEventListener('change', () => this.show())
    player.addEventListener('tick', () => this.#progress())
    player.addEventListener('fail', () => this.show())
    shelf.addEventListener('select', () => this.show())
    this.show()
  }

  /** What sounds, or else what is selected. */
  toggle() {
    const { player } = this
    if (player.isPlaying) player.pause()
    else if (player.segment && (player.segment === this.shelf.selected || !this.shelf.selected)) player.toggle(player.segment, player.side)
    else {
      if (!this.shelf.selected) this.shelf.select(this.shelf.shown[0])
      if (this.shelf.selected) player.toggle(this.shelf.selected)
    }
  }

  show() {
    const { player } = this
    const segment = player.isPlaying ? player.segment : this.shelf.selected ?? player.segment
    byId('toggle').disabled = !player.isPlaying && Boolean(segment) && !segment.take.audio
    setIcon(byId('toggle').querySelector('svg'), player.isPlaying ? 'pause' : 'play')
    byId('toggle-label').textContent = player.isPlaying ? 'Pause' : 'Play'
    byId('now-title').textContent = segment ? `${segment.scene.name} › ${segment.name}${this.#side(segment)}` : 'Nothing selected'
    byId('now-text').textContent = player.hasFailed && segment === player.segment
      ? 'The audio does not lie beside this page; build again, or open the page where it was made.'
      : segment?.caption ?? ''
    byId('now-text').classList.toggle('failed', player.hasFailed && segment === player.segment)
    byId('now-queue').textContent = player.queued > 0 ? `${plural(player.queued, 'more', 'more')}` : ''
    this.#progress()
  }

  #side(segment) {
    if (this.player.segment !== segment || this.player.side === 'a') return ''
    return this.player.side === 'b' ? ' (B)' : ' (reference)'
  }

  #progress() {
    const { player } = this
    const whole = player.clip?.seconds ?? 0
    byId('now-time').textContent = whole ? `${clock(player.at)} / ${clock(whole)}` : '0:00.0'
    byId('deck-done').style.width = whole ? `${Math.min(100, (player.at / whole) * 100)}%` : '0'
  }
}
