import { el, hidden, icon } from '../dom.js'
import { clock } from '../format.js'
import { Wave } from '../sound/wave.js'

const hertz = [500, 1000, 2000, 4000, 8000]

/** One clip in the inspector: a play button, its waveform, its spectrogram, and marks over both. */
export class Lane {
  constructor({ segment, side, clip, title, note, player, height = 72, spectrogram = 112, tone = 'ember', marks = [] }) {
    Object.assign(this, { segment, side, clip, player })
    this.button = el('button', {
      type: 'button', class: 'play', onclick: () => player.toggle(segment, side), disabled: !clip?.audio,
    }, icon('play'), hidden(`Play ${title}`))
    this.time = el('span', { class: 'lane-time' }, clip?.seconds ? clock(clip.seconds) : '')
    this.stage = el('div', { class: 'stage', role: 'img', 'aria-label': `Waveform and spectrogram of ${title}` })
    this.element = el('section', { class: `lane tone-${tone}`, 'aria-label': title },
      el('header', { class: 'lane-head' }, this.button,
        el('div', { class: 'lane-title' }, el('strong', {}, title), note && el('span', {}, note)),
        this.time),
      clip?.picture ? this.stage : el('p', { class: 'no-sound' },
        clip?.audio ? 'No picture: this form of audio is played, not read.' : 'No audio is within reach.'))
    this.title = title
    this.draw = () => {
      if (!clip?.picture) return
      this.wave = new Wave(this.stage, clip, { height, spectrogram, tone, onseek: (at) => player.play(segment, side, at) })
      this.stage.append(...shades(clip, side, segment), ...marks.map((cue) => mark(cue, clip.seconds)))
      if (spectrogram) this.stage.append(scale(clip.rate / 2, spectrogram))
    }
  }

  /** Shows what the player does. */
  show() {
    const isMine = this.player.is(this.segment, this.side)
    const isPlaying = isMine && this.player.isPlaying
    this.button.querySelector('use').setAttribute('href', isPlaying ? '#i-pause' : '#i-play')
    this.button.querySelector('.visually-hidden').textContent = `${isPlaying ? 'Pause' : 'Play'} ${this.title}`
    this.element.classList.toggle('playing', isPlaying)
    this.wave?.show(isMine ? this.player.at : 0)
    if (this.clip?.seconds) {
      this.time.textContent = isMine && this.player.at > 0
        ? `${clock(this.player.at)} / ${clock(this.clip.seconds)}`
        : clock(this.clip.seconds)
    }
  }

  destroy() { this.wave?.destroy() }
}

/** What lies before and after the speech, or outside the part of a reference that is used. */
function shades(clip, side, segment) {
  const [from, to] = side === 'reference' ? [clip.start ?? 0, clip.end ?? clip.seconds] : [clip.speechFrom, clip.speechTo]
  return [[0, from], [to, clip.seconds]].filter(([left, right]) => right - left > 0.001 && !segment.isEstimated)
    .map(([left, right]) => el('div', {
      class: 'shade',
      style: { left: `${(left / clip.seconds) * 100}%`, width: `${((right - left) / clip.seconds) * 100}%` },
    }))
}

/** Frequencies beside the spectrogram, which goes by mel. */
const scale = (top, height) => el('div', { class: 'hertz', 'aria-hidden': 'true', style: { height: `${height}px` } },
  hertz.filter((value) => value < top * 0.95).map((value) => el('span', {
    style: { bottom: `${(mel(value) / mel(top)) * 100}%` },
  }, value < 1000 ? `${value} Hz` : `${value / 1000} kHz`)))

const mel = (value) => Math.log10(1 + value / 700)

const mark = (cue, whole) => el('div', {
  class: `cue-mark${cue.at / whole > 0.8 ? ' left' : ''}`,
  style: { left: `${(cue.at / whole) * 100}%` },
}, el('span', {}, cue.name))
