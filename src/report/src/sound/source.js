import { fromBase64 } from '../bytes.js'

// Where a take's audio is: a file beside the page, or a block inside it, which becomes a file in memory when it is first played.

const kept = 24
const made = new Map()

export function audioUrl(take) {
  if (take.block === undefined) return take.audio
  let url = made.get(take.block)
  if (!url) {
    const text = document.getElementById(`narration-audio-${take.block}`).textContent
    url = URL.createObjectURL(new Blob([fromBase64(text)], { type: 'audio/wav' }))
    if (made.size >= kept) {
      const [oldest] = made.keys()
      URL.revokeObjectURL(made.get(oldest))
      made.delete(oldest)
    }
    made.set(take.block, url)
  }
  return url
}
