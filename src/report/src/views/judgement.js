import { el } from '../dom.js'
import { percent, plural } from '../format.js'

let serial = 0

/** The listener's form for one side of a segment: similarity, what was heard, verdict, note. */
export class Judgement {
  constructor(segment, side, audit, { title, isSecond = false }) {
    Object.assign(this, { segment, side, audit })
    const id = `judge-${++serial}`
    this.name = id
    this.source = el('p', { class: 'heard-source', hidden: true })
    this.result = el('div', { class: 'heard-result', role: 'status' })
    this.heard = el('textarea', {
      id: `${id}-heard`, rows: 2, spellcheck: false,
      placeholder: 'Listen, then write down what you heard',
      oninput: () => this.#change({ heard: this.heard.value }),
    })
    this.element = el('fieldset', { class: 'judgement' },
      el('legend', {}, title),
      this.#scores(),
      el('label', { class: 'lined', for: `${id}-heard` }, 'What I heard'), this.heard, this.source, this.result,
      !isSecond && this.#verdict(),
      !isSecond && this.#note(id))
    this.show()
  }

  /** Takes over what the audit says: keys change it too. */
  show() {
    const entry = this.#entry()
    for (const input of this.element.querySelectorAll(`input[name="${this.name}-similarity"]`)) {
      input.checked = Number(input.value) === entry.similarity
    }
    for (const input of this.element.querySelectorAll(`input[name="${this.name}-verdict"]`)) input.checked = input.value === entry.verdict
    if (document.activeElement !== this.heard) this.heard.value = entry.heard ?? this.#machine() ?? ''
    this.#showSource(entry)
    if (this.note && document.activeElement !== this.note) this.note.value = entry.note ?? ''
    this.#showErrors()
  }

  /** What a recognizer wrote down: a beginning for whoever listens, and no judgement until they change it. */
  #machine() { return (this.side === 'b' ? this.segment.other : this.segment.take)?.heard }

  #showSource(entry) {
    const isMachine = entry.heard === undefined && Boolean(this.#machine()) && this.heard.value === this.#machine()
    this.source.hidden = !isMachine
    this.heard.classList.toggle('machine', isMachine)
    this.source.textContent = isMachine
      ? `Written down by ${
        this.segment.take.heardBy && this.segment.take.verdict !== 'accepted' ? this.segment.take.heardBy : 'the recognizer'
      }, not by you: it counts once you change it.`
      : ''
  }

  #entry() {
    const entry = this.audit.of(this.segment)
    return (this.side === 'b' ? entry.other : entry) ?? {}
  }

  #change(part) {
    this.audit.change(this.segment, part, this.side)
    this.#showSource(this.#entry())
  }

  #scores() {
    return el('div', { class: 'lined-group', role: 'radiogroup', 'aria-label': 'Similarity to the reference, 1 to 10' },
      el('span', { class: 'lined', 'aria-hidden': 'true' }, 'Similarity'),
      el('div', { class: 'scores' }, Array.from({ length: 10 }, (_, i) => el('label', { class: 'score' },
        el('input', {
          type: 'radio', name: `${this.name}-similarity`, value: i + 1, onchange: () => this.#change({ similarity: i + 1 }),
        }), el('span', {}, i + 1)))))
  }

  #verdict() {
    const choice = (value, label) => el('label', { class: `choice ${value}` },
      el('input', { type: 'radio', name: `${this.name}-verdict`, value, onclick: () => this.#toggleVerdict(value) }), el('span', {}, label))
    return el('div', { class: 'choices', role: 'radiogroup', 'aria-label': 'Verdict' }, choice('good', 'Good'), choice('redo', 'Redo'))
  }

  /** A second click takes the verdict back. */
  #toggleVerdict(value) { this.#change({ verdict: this.#entry().verdict === value ? undefined : value }) }

  #note(id) {
    this.note = el('input', { id: `${id}-note`, class: 'note', maxLength: 400, oninput: () => this.#change({ note: this.note.value }) })
    return [el('label', { class: 'lined', for: `${id}-note` }, 'Note'), this.note]
  }

  #showErrors() {
    const compared = this.audit.comparison(this.segment, this.side)
    if (!compared) return this.result.replaceChildren()
    const { wrong, of, steps } = compared
    const share = wrong / Math.max(1, of)
    const isMet = share < this.audit.lesson.audit.wordErrorBelow
    this.result.replaceChildren(
      el('p', { class: `heard-score ${isMet ? 'met' : 'missed'}` },
        el('strong', {}, `Word error ${percent(share, 1)}`),
        ` · ${wrong} of ${plural(of, 'word')}`),
      wrong > 0 && el('p', { class: 'heard-steps' }, steps.flatMap((step) => [stepOf(step), ' '])) || '')
  }
}

function stepOf({ kind, said, heard }) {
  if (kind === 'same') return said
  if (kind === 'missing') return el('del', { title: 'Left out' }, said)
  if (kind === 'extra') return el('ins', { title: 'Put in' }, heard)
  return [el('del', { title: 'Heard otherwise' }, said), el('ins', {}, heard)]
}
