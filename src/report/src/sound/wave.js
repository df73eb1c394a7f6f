import WaveSurfer from 'wavesurfer.js'
import Spectrogram from 'wavesurfer.js/plugins/spectrogram'
import { colour } from '../dom.js'
import { isDark } from '../theme.js'
import { colourMap } from './colours.js'
import { peaks, spectrumUrl } from './picture.js'

/**
 * A clip drawn by wavesurfer from what the build measured. It plays nothing itself: a page opened from disk may not read samples,
 * and one player for all keeps a thousand of these light.
 */
export class Wave {
  #surfer
  #spectrum
  #isGone = false

  constructor(container, take, { height = 72, spectrogram = 0, tone = 'ember', onseek } = {}) {
    this.seconds = take.seconds
    this.#surfer = WaveSurfer.create({
      container,
      height,
      peaks: peaks(take.picture),
      duration: take.seconds,
      waveColor: colour(`wave-${tone}`),
      progressColor: colour(`wave-${tone}-done`),
      cursorColor: spectrogram ? colour('ink') : 'transparent',
      cursorWidth: 1,
      normalize: false,
      maxPeak: loudest,
      barHeight: tone === 'thumb' ? 1.3 : 1,
      barWidth: spectrogram ? undefined : 2,
      barGap: spectrogram ? undefined : 1,
      barRadius: spectrogram ? undefined : 1,
      interact: Boolean(onseek),
      dragToSeek: false,
      hideScrollbar: true,
      cspNonce: 'narration',
    })
    if (onseek) this.#surfer.on('click', (share) => onseek(share * take.seconds))
    if (spectrogram) this.#drawSpectrum(take, spectrogram)
  }

  async #drawSpectrum(take, height) {
    this.#spectrum = await spectrumUrl(take.picture)
    if (this.#isGone) return URL.revokeObjectURL(this.#spectrum)
    this.#surfer.registerPlugin(Spectrogram.create({
      height,
      labels: false,
      scale: 'mel',
      sampleRate: take.rate,
      frequenciesDataUrl: this.#spectrum,
      colorMap: colourMap(isDark()),
    }))
  }

  /** Shows a position, in seconds. */
  show(at, isPlaying = false) {
    this.#surfer.getRenderer().renderProgress(Math.min(1, at / this.seconds), isPlaying)
  }

  destroy() {
    this.#isGone = true
    this.#surfer.destroy()
    if (this.#spectrum) URL.revokeObjectURL(this.#spectrum)
  }
}

/** One scale for all clips, so that a quiet one looks quiet and the loudest fills its lane. */
let loudest = 1

export const scaleTo = (decibels) => { loudest = Math.max(0.1, 10 ** (decibels / 20)) }
