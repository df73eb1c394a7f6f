import { breakable, el, hidden, icon, say } from '../dom.js'
import { shortModel } from '../figures.js'
import { flagLabel, flagMeaning, flagTone } from '../flags.js'
import { facts } from './facts.js'
import { Judgement } from './judgement.js'
import { Lane } from './lane.js'
import { Preference } from './preference.js'
import { SpokenLines } from './text.js'

const narrow = matchMedia('(max-width: 979px)')

/** Everything about the selected segment. Beside the list where there is room, else below the segment's own line. */
export class Inspector {
  #lanes = []
  #forms = []

  constructor(host, { lesson, audit, player, shelf, list, desk }) {
    Object.assign(this, { host, lesson, audit, player, shelf, list, desk })
    shelf.addEventListener('select', () => this.draw())
    shelf.addEventListener('change', () => this.place())
    audit.addEventListener('change', () => this.#forms.forEach((form) => form.show()))
    player.addEventListener('change', () => this.#show())
    player.addEventListener('tick', () => this.#show())
    narrow.addEventListener('change', () => { this.place(); this.draw() })
  }

  draw() {
    for (const lane of this.#lanes) lane.destroy()
    this.#lanes = []
    this.#forms = []
    const segment = this.shelf.selected
    if (!segment) return this.host.replaceChildren()
    this.place()
    this.lines = new SpokenLines(segment, this.player)
    const lanes = this.#makeLanes(segment)
    this.host.replaceChildren(
      this.#head(segment),
      lanes,
      this.lines.element,
      ...this.#judge(segment),
      el('section', { class: 'panel' }, el('h3', {}, 'Figures'), facts(segment, this.lesson.loudness)))
    this.host.scrollTop = 0
    for (const lane of this.#lanes) lane.draw()
    this.#show()
  }

  /** Under its line on a narrow screen, so that nothing covers the list. */
  place() {
    const line = this.shelf.selected && this.list.rowOf(this.shelf.selected)
    const home = narrow.matches && line ? line : this.desk
    if (this.host.parentElement !== home) home.append(this.host)
  }

  #head(segment) {
    return el('header', { class: 'inspector-head' },
      el('p', { class: 'crumb' }, segment.scene.name, segment.place && el('span', { class: 'place' }, segment.place)),
      el('h2', {}, breakable(segment.name)),
      el('div', { class: 'id-line' }, el('code', {}, segment.id),
        el('button', { type: 'button', class: 'button square ghost tiny', title: 'Copy the id', onclick: () => copy(segment.id) },
          icon('copy'), hidden('Copy the id'))),
      segment.flags.length > 0 && el('ul', { class: 'flag-list' },
        segment.flags.map((flag) => el('li', {},
          el('span', { class: `badge tone-${flagTone(flag)}` }, flagLabel(flag)),
          flagMeaning(flag)))))
  }

  #makeLanes(segment) {
    const isCompared = Boolean(segment.other)
    const lane = (options) => {
      const made = new Lane({ segment, player: this.player, ...options })
      this.#lanes.push(made)
      return made.element
    }
    const labels = this.lesson.comparison
    return el('div', { class: 'lanes' },
      !segment.take.audio
        ? silence(segment)
        : lane({
          side: 'a', clip: segment.take, title: isCompared ? 'A' : 'Take',
          note: isCompared ? shortModel(labels.a) : null, marks: segment.cues,
        }),
      isCompared && lane({ side: 'b', clip: segment.other, title: 'B', note: shortModel(labels.b), tone: 'violet' }),
      segment.lacksReference && el('p', { class: 'no-sound' },
        `The reference of ${segment.take.voice} is not on this machine: there is nothing to compare this take with.`),
      segment.reference && lane({
        side: 'reference', clip: segment.reference, title: 'Reference', note: segment.take.voice,
        height: 40, spectrogram: 0, tone: 'slate',
      }))
  }

  #judge(segment) {
    if (!segment.take.audio) return []
    const isCompared = Boolean(segment.other)
    const add = (form) => { this.#forms.push(form); return form.element }
    return [el('section', { class: 'panel judge' },
      el('h3', {}, 'Judgement', this.audit.isSampled(segment) && el('span', { class: 'badge tone-info' }, 'Sample')),
      isCompared && add(new Preference(segment, this.audit)),
      add(new Judgement(segment, 'a', this.audit, { title: isCompared ? 'A' : 'This take' })),
      isCompared && add(new Judgement(segment, 'b', this.audit, { title: 'B', isSecond: true })))]
  }

  #show() {
    for (const lane of this.#lanes) lane.show()
    const segment = this.shelf.selected
    this.lines?.show(segment && this.player.is(segment) && (this.player.isPlaying || this.player.at > 0) ? this.player.at : null)
  }
}

/** How a segment without audio comes by it; that it has none, its flag has said. */
const silence = (segment) => el('p', { class: 'no-sound' }, ...(segment.isEstimated
  ? ['To have it spoken, build with ', code('NarrationMissing=Synthesize'), ' and a voice.']
  : ['Set ', code('NarrationRemoteCache'), ' to the store that has it, or make a new take with ',
      code(`NarrationRetake=${segment.id}`), '.']))

const code = (text) => el('code', {}, text)

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    say('Copied')
  } catch {
    say('The browser does not let this page copy')
  }
}
