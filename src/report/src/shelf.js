import { sorted } from './figures.js'

/** What the list shows: which segments, in which order, and which of them is selected. */
export class Shelf extends EventTarget {
  constructor(lesson, audit) {
    super()
    this.lesson = lesson
    this.audit = audit
    this.query = ''
    this.filter = 'all'
    this.sort = 'lesson'
    this.isDescending = false
    this.selected = null
    this.filters = filtersOf(lesson, audit)
    this.shown = lesson.segments
  }

  get isInOrder() { return this.sort === 'lesson' && !this.isDescending }

  change(part) {
    Object.assign(this, part)
    const wanted = this.query.toLowerCase().split(/\s+/).filter(Boolean)
    const test = this.filters.find((filter) => filter.key === this.filter)?.test ?? (() => true)
    const found = this.lesson.segments.filter((segment) => test(segment) && wanted.every((word) => segment.search.includes(word)))
    this.shown = this.isInOrder ? found : sorted(found, this.sort, this.isDescending, this.audit)
    this.dispatchEvent(new Event('change'))
  }

  select(segment, { reveal = true } = {}) {
    if (!segment || segment === this.selected) return
    const before = this.selected
    this.selected = segment
    this.dispatchEvent(new CustomEvent('select', { detail: { before, reveal } }))
  }

  /** The next (1) or previous (-1) of the shown segments. */
  beside(step) {
    const at = this.shown.indexOf(this.selected)
    return this.shown[at < 0 ? 0 : Math.min(this.shown.length - 1, Math.max(0, at + step))]
  }
}

/** A filter that nothing passes is not offered, except those that fill while one listens. */
function filtersOf(lesson, audit) {
  const has = (flag) => (segment) => segment.flags.includes(flag)
  const flags = [...new Set(lesson.segments.flatMap((segment) => segment.flags))]
  return [
    { key: 'all', label: 'All', test: () => true },
    { key: 'flagged', label: 'Flagged', test: (s) => s.flags.length > 0, tone: 'warn' },
    { key: 'moved', label: 'Moved', test: (s) => s.moved !== 0 || s.isNew, tone: 'ember' },
    { key: 'sample', label: 'Sample', test: (s) => audit.isSampled(s), tone: 'info' },
    { key: 'open', label: 'Not judged', test: (s) => audit.isSampled(s) && !audit.of(s).verdict, tone: 'info', isLive: true },
    { key: 'redo', label: 'To redo', test: (s) => audit.of(s).verdict === 'redo', tone: 'bad', isLive: true },
    { key: 'heard-otherwise', label: 'Heard otherwise', test: (s) => s.isHeardOtherwise, tone: 'warn' },
    { key: 'spoken', label: 'Said otherwise', test: (s) => s.spoken !== undefined },
    { key: 'formulas', label: 'Formulas', test: (s) => s.parts !== undefined },
    { key: 'new-formulas', label: 'New formulas', test: (s) => s.parts !== undefined && s.isNew, tone: 'ember' },
    { key: 'cued', label: 'With cues', test: (s) => s.cues.length > 0 },
    ...flags.map((flag) => ({ key: `flag:${flag}`, flag, test: has(flag) })),
    ...lesson.voices.map((voice) => ({
      key: `voice:${voice.name}`, label: `Voice ${voice.name}`, test: (s) => s.take.voice === voice.name,
      isOnlyOne: lesson.voices.length < 2,
    })),
  ].filter((filter) => !filter.isOnlyOne &&
    (filter.key === 'all' || (filter.isLive && (filter.key === 'redo' || audit.sample.length > 0))
      || lesson.segments.some(filter.test)))
}
