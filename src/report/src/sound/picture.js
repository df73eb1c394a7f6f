import { fromBase64, inflate } from '../bytes.js'

const bands = 96
const steps = 32

/** What wavesurfer takes for a waveform: one channel of values, lowest and highest by turns. */
export function peaks(picture) {
  const bytes = new Int8Array(fromBase64(picture.peaks).buffer)
  return [Float32Array.from(bytes, (value) => value / 127)]
}

/** What wavesurfer takes for a spectrogram: a URL of JSON, frame by frame. */
export async function spectrumUrl(picture) {
  const differences = await inflate(fromBase64(picture.spectrum))
  const level = new Uint8Array(bands)
  const frames = []
  for (let start = 0; start < differences.length; start += bands) {
    const frame = new Array(bands)
    for (let band = 0; band < bands; band++) {
      level[band] = (level[band] + differences[start + band]) % steps
      frame[band] = Math.round((level[band] * 255) / (steps - 1))
    }
    frames.push(frame)
  }
  return URL.createObjectURL(new Blob([JSON.stringify([frames])], { type: 'application/json' }))
}
