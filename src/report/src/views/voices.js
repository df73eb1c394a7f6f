import { compare } from '../audit/errors.js'
import { words } from '../audit/words.js'
import { el } from '../dom.js'
import { number, percent, plural } from '../format.js'
import { spread } from './spread.js'

/** What recognizers heard of each voice, and where what was measured lies beside the gate's thresholds. */
export class Voices {
  constructor(host, { lesson }) {
    const voices = lesson.voices
      .map((voice) => ({
        name: voice.name,
        segments: lesson.segments.filter((s) => s.take.voice.toLowerCase() === voice.name.toLowerCase() && !s.isEstimated),
      }))
      .map((voice) => ({ ...voice, row: rowOf(voice), spreads: spreadsOf(voice, lesson.gate, lesson.voices.length > 1) }))
      .filter(({ row, spreads }) => row || spreads.length > 0)
    host.hidden = voices.length === 0
    if (host.hidden) return
    const heard = voices.filter(({ row }) => row)
    const doubts = lesson.segments.filter((s) => s.isHeardOtherwise).length
    host.append(el('details', { open: doubts > 0 },
      el('summary', {}, 'Heard and measured', el('small', {}, doubts ? `${plural(doubts, 'take')} heard otherwise` : 'by voice')),
      heard.length > 0 && el('div', { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'What was heard' }, table(heard, lesson)),
      el('div', { class: 'spreads' }, voices.flatMap(({ spreads }) => spreads))))
  }
}

function rowOf({ name, segments }) {
  const listened = segments.filter((s) => s.take.verdict)
  if (listened.length === 0) return null
  const compared = listened.filter((s) => s.take.heard)
    .map((s) => compare(words(s.spokenText, s.language), words(s.take.heard, s.language)))
  const of = compared.reduce((sum, step) => sum + step.of, 0)
  const likeness = listened.map((s) => s.take.likeness).filter((value) => value !== undefined)
  return {
    name,
    heard: listened.length,
    all: segments.length,
    wordError: of ? compared.reduce((sum, step) => sum + step.wrong, 0) / of : null,
    doubtful: listened.filter((s) => s.take.verdict === 'doubtful').length,
    refused: listened.filter((s) => s.take.verdict === 'refused').length,
    likeness: likeness.length ? likeness.reduce((sum, value) => sum + value, 0) / likeness.length : null,
  }
}

function table(voices, lesson) {
  const hasLikeness = voices.some(({ row }) => row.likeness !== null)
  const heads = ['Voice', 'Takes heard', 'Word errors', 'Doubtful', 'Refused', hasLikeness && 'Likeness'].filter(Boolean)
  return el('table', { class: 'heard-table' },
    el('thead', {}, el('tr', {}, heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, voices.map(({ row }) => el('tr', {},
      el('th', { scope: 'row' }, row.name),
      el('td', {}, `${number(row.heard)} of ${number(row.all)}`),
      el('td', {
        class: row.wordError !== null && row.wordError >= lesson.audit.wordErrorBelow ? 'missed' : '',
      }, row.wordError === null ? '–' : percent(row.wordError, 1)),
      el('td', {}, number(row.doubtful)),
      el('td', {}, number(row.refused)),
      hasLikeness && el('td', {}, row.likeness === null ? '–' : row.likeness.toFixed(2))))))
}

function spreadsOf({ name, segments }, gate, isNamed) {
  const of = (key) => segments.map((s) => s.take.measures?.[key]).filter((value) => value !== undefined)
  const kinds = [
    ['Ending, dB under the speech', of('ending'), [gate.ending], (v) => v < gate.ending, (v) => v.toFixed(0)],
    ['Pace against the voice’s own', of('pace'), [gate.slowestPace, gate.fastestPace],
     (v) => v < gate.slowestPace || v > gate.fastestPace,
     (v) => `${v.toFixed(2)} ×`],
    ['Drift of pace', of('drift'), [gate.drift], (v) => v > gate.drift, (v) => percent(v)],
  ]
  return kinds.filter(([, values]) => values.length > 0).map(([title, values, limits, isOut, write]) =>
    spread({ title: isNamed ? `${name}: ${title}` : title, values, limits, isOut, write }))
}
