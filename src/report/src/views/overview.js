import { byId, el } from '../dom.js'
import { clock, level, moved, number, percent, plural } from '../format.js'

/** The lesson in figures. */
export function showOverview(lesson) {
  document.title = `${lesson.project} · narration`
  byId('project').textContent = lesson.project
  byId('summary').textContent = [
    plural(lesson.segments.length, 'segment'), plural(lesson.scenes.length, 'scene'), plural(lesson.voices.length, 'voice'),
    lesson.framework,
  ].filter(Boolean).join(' · ')
  const spoken = lesson.segments.filter((segment) => !segment.isEstimated)
  const change = lesson.scenes.reduce((sum, scene) => sum + scene.seconds - scene.before, 0)
  const changed = lesson.segments.filter((segment) => segment.moved !== 0 || segment.isNew).length
  const levels = spoken.map((segment) => segment.take.level).filter((value) => value !== undefined)
  const flagged = lesson.segments.filter((segment) => segment.flags.length > 0).length
  const made = count(spoken, (segment) => segment.take.source === 'synthesized')
  byId('strip').replaceChildren(...[
    ['Narration', clock(lesson.seconds),
     spoken.length < lesson.segments.length ? `${plural(lesson.segments.length - spoken.length, 'estimate')} in it` : 'without gaps'],
    ['Since the last takes', changed ? moved(change) : 'unmoved',
     changed ? `${plural(changed, 'segment')} moved` : 'every duration as before', changed ? 'ember' : ''],
    ['Pace', spoken.length ? `${median(spoken.map((segment) => segment.pace)).toFixed(1)} ch/s` : '–',
     spoken.length ? 'median' : 'nothing spoken yet'],
    ['Level', levels.length ? `${level(median(levels))} LUFS` : '–',
     levels.length ? `all within ${(Math.max(...levels) - Math.min(...levels)).toFixed(1)} LU` : 'nothing measured yet'],
    ['Last build', made ? `${number(made)} made` : 'none made', `${number(spoken.length - made)} kept`],
    ['Flags', flagged ? number(flagged) : 'none',
     flagged ? `${percent(flagged / lesson.segments.length)} of segments` : 'nothing stands out', flagged ? 'warn' : 'good'],
  ].map(([name, value, note, tone]) =>
    el('div', { class: tone && `tone-${tone}` }, el('dt', {}, name), el('dd', {}, value, note && el('small', {}, note)))))
}

const count = (list, test) => list.filter(test).length

function median(values) {
  const ranked = [...values].sort((a, b) => a - b)
  return ranked.length % 2 ? ranked[(ranked.length - 1) / 2] : (ranked[ranked.length / 2 - 1] + ranked[ranked.length / 2]) / 2
}
