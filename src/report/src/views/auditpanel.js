import { byId, el, icon, say } from '../dom.js'
import { shortModel } from '../figures.js'
import { percent, plural } from '../format.js'
import { fileName, save } from '../audit/save.js'
import { preferences, tally } from '../audit/tally.js'

/** Progress, thresholds, the tally of a comparison, and the file. */
export class AuditPanel {
  constructor(host, { lesson, audit, shelf }) {
    Object.assign(this, { host, lesson, audit, shelf })
    const button = byId('open-audit')
    button.addEventListener('click', () => this.#open(host.hidden))
    audit.addEventListener('change', () => this.show())
    this.#open(audit.sample.length > 0 || lesson.comparison !== undefined)
    this.show()
  }

  #open(isOpen) {
    this.host.hidden = !isOpen
    byId('open-audit').setAttribute('aria-expanded', String(isOpen))
  }

  show() {
    const { audit, lesson } = this
    const segments = audit.sample.length ? audit.sample : audit.judged
    const decided = segments.filter((segment) => audit.of(segment).verdict).length
    byId('audit-count').textContent = audit.sample.length ? `${decided}/${segments.length}` : audit.judged.length || ''
    const sides = lesson.comparison ? ['a', 'b'] : ['a']
    this.host.replaceChildren(
      el('div', { class: 'audit-head' },
        el('h2', {}, 'Audit'),
        el('p', {},
          audit.sample.length
            ? `${plural(audit.sample.length, 'segment')} to listen to (${lesson.audit.share}), ${decided} judged`
            : segments.length ? `${plural(segments.length, 'segment')} judged`
            : 'Judge any segment below, or build with NarrationAuditSample=5% to have a sample marked.'
        ),
        audit.sample.length > 0 && el('div', {
          class: 'progress', role: 'progressbar', 'aria-label': 'Judged',
          'aria-valuemin': 0, 'aria-valuemax': segments.length, 'aria-valuenow': decided,
        }, el('div', { style: { width: `${(decided / segments.length) * 100}%` } }))),
      // Figures without a judgement say nothing and would push the list under the fold.
      ...(audit.judged.length > 0 ? [
        el('div', { class: 'goals' }, sides.map((side) => this.#goals(side, segments)), lesson.comparison && this.#tally(segments))
      ] : []),
      this.#file())
  }

  #goals(side, segments) {
    const { similarityAbove, wordErrorBelow } = this.lesson.audit
    const sums = tally(this.audit, segments, side)
    const compared = this.lesson.comparison
    return el('section', { class: 'goal-set', 'aria-label': compared ? `Side ${side.toUpperCase()}` : 'Thresholds' },
      compared && el('h3', { class: `side-${side}` }, `${side.toUpperCase()} · ${shortModel(compared[side])}`),
      goal('Similarity', sums.similarity === null ? '–' : sums.similarity.toFixed(1),
        `goal: above ${similarityAbove}`, sums.meetsSimilarity, `${plural(sums.scored, 'score')}`),
      goal('Word error', sums.wordError === null ? '–' : percent(sums.wordError, 1),
        `goal: below ${percent(wordErrorBelow)}`, sums.meetsWordError, `${plural(sums.words, 'word')} written down`))
  }

  #tally(segments) {
    const counts = preferences(this.audit, segments.filter((segment) => segment.other))
    const total = counts.a + counts.b + counts.same
    const part = (key, label) => el('div', { class: `part ${key}`, style: { flexGrow: counts[key] } },
      el('strong', {}, counts[key]), ` ${label}`)
    return el('section', { class: 'goal-set tally', 'aria-label': 'Preference' },
      el('h3', {}, 'Preferred'),
      el('div', { class: 'parts' }, part('a', 'A'), part('same', 'same'), part('b', 'B')),
      el('p', {}, `${total} of ${total + counts.open} compared`))
  }

  #file() {
    const { audit } = this
    const redo = audit.redo.length
    return el('div', { class: 'audit-file' },
      el('div', { class: 'audit-buttons' },
        audit.sample.length > 0 && el('button', { type: 'button', class: 'button', onclick: () => this.#showSample() }, 'Show the sample'),
        el('button', {
          type: 'button', class: `button${audit.isSaved ? '' : ' primary'}`, id: 'save-audit', onclick: () => this.#save(),
        }, icon('check'), el('span', {}, `Save ${fileName}`))),
      el('span', { class: 'saved-state', id: 'saved-state' }, audit.isSaved ? (audit.judged.length ? 'Saved' : '') : 'Not saved yet'),
      redo > 0 && el('p', { class: 'redo-hint' },
        `${plural(redo, 'segment')} to redo: put the file beside the project and run `,
        el('code', {}, ['dotnet build', '-t:ReportNarration', `-p:NarrationRetake=${fileName}`]
          .flatMap((part) => [el('span', {}, part), ' ']))))
  }

  async #save() {
    const result = await save(this.audit.toFile())
    if (!result) return
    this.audit.saved()
    say(result === 'saved' ? `${fileName} saved` : `${fileName} downloaded`)
  }

  #showSample() {
    this.shelf.change({ filter: 'sample' })
    this.shelf.select(this.shelf.shown[0])
    // The keys are now the list's: a button that keeps the focus would be pressed again by Space.
    document.querySelector('.row.selected .pick')?.focus({ preventScroll: true })
  }
}

function goal(name, value, aim, isMet, note) {
  const state = isMet === null ? 'open' : isMet ? 'met' : 'missed'
  return el('div', { class: `goal ${state}` }, el('span', { class: 'goal-name' }, name), el('strong', {}, value),
    el('span', { class: 'goal-aim' }, aim, el('b', {}, { open: '', met: ' ✓ met', missed: ' ✕ not met' }[state])), el('small', {}, note))
}
