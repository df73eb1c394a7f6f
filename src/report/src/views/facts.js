import { el } from '../dom.js'
import { shortModel } from '../figures.js'
import { sourceLabel, verdictLabel } from '../flags.js'
import { level, moved, percent, seconds, signedPercent } from '../format.js'

/** What is known of a segment's take, as pairs. */
export function facts(segment, loudness) {
  const { take } = segment
  const made = take.backend && [take.backend, take.engine].filter(Boolean).join(' · ')
  const rows = [
    ['Duration', segment.isEstimated ? `≈ ${seconds(segment.seconds)}` : seconds(segment.seconds),
     segment.isEstimated ? 'predicted' : `${take.samples.toLocaleString('en')} samples at ${take.rate.toLocaleString('en')} Hz`],
    ['Estimate', segment.isEstimated ? '–' : seconds(segment.estimate),
     segment.isEstimated ? '' : `${signedPercent(segment.surprise)} against it`],
    ['Moved', segment.isNew ? 'new' : segment.moved ? moved(segment.moved) : '–', segment.moved ? `was ${seconds(segment.before)}` : ''],
    ['Pace', segment.isEstimated ? '–' : `${segment.pace.toFixed(1)} ch/s`, 'characters a second of speech'],
    ['Level', known(take.level, (v) => `${level(v)} LUFS`), loudness === undefined ? '' : `${level(loudness)} wanted`],
    ['Peak', known(take.peak, (v) => `${level(v)} dBFS`)],
    ['Voice', take.voice, segment.language],
    ['Model', take.model ? shortModel(take.model) : '–', take.model && take.model !== shortModel(take.model) ? take.model : ''],
    ['Seed', known(take.seed, String)],
    ['Attempts', known(take.attempts, String)],
    ['Source', sourceLabel(take.source), made],
    ['Made in', known(take.elapsedMs, (v) => seconds(v / 1000))],
    ['Heard by', take.verdict ? verdictLabel(take.verdict) : '–', take.heardBy],
    ['Ending', known(take.measures?.ending, (v) => `${v.toFixed(0)} dB`), 'under the speech, its last 60 ms'],
    ['Pace of voice', known(take.measures?.pace, (v) => `${v.toFixed(2)} ×`), 'against the voice’s other takes'],
    ['Drift', known(take.measures?.drift, (v) => percent(v)), 'between first and last third'],
    ['Likeness', known(take.likeness, (v) => v.toFixed(2)), 'to the reference'],
    ['Audio', take.hash ? take.hash.slice(0, 12) : '–', take.audio ?? '', 'mono'],
  ]
  const measured = new Set(['Heard by', 'Ending', 'Pace of voice', 'Drift', 'Likeness'])
  // Where there is no take, most figures would be dashes.
  const shown = rows.filter(([name, value]) => value !== '–' || (take.audio && !measured.has(name)))
  return el('dl', { class: 'facts' }, shown.map(([name, value, note, kind]) => el('div', {},
    el('dt', {}, name), el('dd', { class: kind }, value, note && el('small', {}, note)))))
}

const known = (value, write) => (value === undefined || value === null ? '–' : write(value))
