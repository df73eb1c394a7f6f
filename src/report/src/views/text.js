import { el } from '../dom.js'
import { clock } from '../format.js'
import { typeset } from '../formulas.js'
import { languageTag } from './row.js'

/** The caption, each word a way into the sound, cues where their marks stood; and what was said, where that differs. */
export class SpokenLines {
  #words = []

  constructor(segment, player) {
    Object.assign(this, { segment, player })
    const lang = languageTag(segment.language)
    const canJump = Boolean(segment.take.audio)
    const caption = el('p', { class: 'caption', lang, dir: 'auto' }, this.#caption(canJump))
    this.element = el('div', { class: 'words' },
      segment.parts && el('p', { class: 'typeset', lang, dir: 'auto' }, typeset(segment.parts)), caption,
      segment.spoken !== undefined && el('div', { class: 'said' }, el('h4', {}, 'Said'), el('p', { lang, dir: 'auto' }, segment.spoken)))
  }

  /** Marks the word that is being said; nothing for null. */
  show(at) {
    let now = -1
    if (at !== null) while (now + 1 < this.#words.length && this.segment.words[now + 1].at <= at) now++
    if (now >= 0 && at >= this.segment.words[now].until) now = -1 // the voice pauses
    if (now === this.now) return
    this.#words[this.now]?.classList.remove('now')
    this.#words[now]?.classList.add('now')
    this.now = now
  }

  #caption(canJump) {
    const { caption, words, cues } = this.segment
    const parts = []
    let cue = 0
    const cuesTo = (offset) => {
      while (cue < cues.length && cues[cue].offset <= offset) parts.push(this.#cue(cues[cue++], canJump))
    }
    for (const [i, word] of words.entries()) {
      const end = words[i + 1]?.offset ?? caption.length
      cuesTo(word.offset)
      const text = caption.slice(word.offset, end)
      const shown = el(canJump ? 'button' : 'span',
        canJump
          ? { type: 'button', class: 'word', tabIndex: -1, onclick: () => this.player.play(this.segment, 'a', word.at) }
          : { class: 'word' },
        text.trimEnd())
      this.#words.push(shown)
      parts.push(shown, text.slice(text.trimEnd().length))
    }
    cuesTo(caption.length)
    return parts.length ? parts : caption
  }

  #cue(cue, canJump) {
    const title = `Cue ${cue.name} at ${clock(cue.at)}${cue.isEstimated ? ', placed over the syllables' : ''}`
    return canJump
      ? el('button', { type: 'button', class: 'cue', title, onclick: () => this.player.play(this.segment, 'a', cue.at) }, cue.name)
      : el('span', { class: 'cue', title }, cue.name)
  }
}
