import { breakable, el, hidden, icon } from '../dom.js'
import { figure } from '../figures.js'
import { flagLabel, flagMeaning, flagTone, verdictLabel, verdictMeaning, verdictTone } from '../flags.js'
import { moved, seconds } from '../format.js'

/** One line of the list. Its waveform is drawn only while it is seen. */
export function row(segment, { onplay, onpick }) {
  const play = segment.take.audio
    ? el('button', { type: 'button', class: 'play', onclick: onplay }, icon('play'), hidden(`Play ${segment.name}`))
    : el('span', { class: 'play none', title: flagMeaning(segment.isEstimated ? 'estimated' : 'audio-missing') }, hidden('No audio'))
  const pick = el('button', { type: 'button', class: 'pick', 'data-pick': '', onclick: onpick }, breakable(segment.name))
  return el('li', { class: 'row', 'data-index': segment.index },
    play,
    el('div', { class: 'row-words', onclick: onpick },
      el('div', { class: 'row-head' }, el('h3', {}, pick), el('span', { class: 'row-scene' }, segment.scene.name), badges(segment)),
      el('p', { class: 'row-text', lang: languageTag(segment.language), dir: 'auto' }, segment.caption)),
    el('div', { class: `thumb${segment.take.picture ? '' : ' blank'}`, 'aria-hidden': 'true' }),
    el('div', { class: 'row-figures' },
      el('span', { class: `row-seconds${segment.isEstimated ? ' guess' : ''}` },
        segment.isEstimated ? `≈ ${seconds(segment.seconds)}` : seconds(segment.seconds)),
      el('span', { class: 'row-figure' })))
}

/** The figure that the list is sorted by, or how far the segment moved. */
export function showFigure(element, segment, key, audit) {
  const target = element.querySelector('.row-figure')
  const { write, of, label } = figure(key)
  const isMovement = !write || key === 'seconds' || key === 'moved'
  const value = isMovement ? segment.moved : of(segment, audit)
  target.textContent = isMovement
    ? (segment.isNew ? 'new' : value ? moved(value) : key === 'moved' ? '±0.00 s' : '')
    : value === null ? '–' : write(value, segment)
  target.title = isMovement ? (target.textContent && 'Against the takes before the last change') : label
  target.className = `row-figure${isMovement && (segment.isNew || value) ? ' moved' : ''}`
}

/** The verdict and the sample mark, which change while one listens. */
export function showVerdict(element, segment, audit) {
  const { verdict } = audit.of(segment)
  const mark = element.querySelector('.verdict')
  mark.className = `verdict badge ${verdict === 'good' ? 'tone-good' : verdict === 'redo' ? 'tone-bad' : 'tone-info'}`
  mark.textContent = verdict === 'good' ? 'Good' : verdict === 'redo' ? 'Redo' : 'Sample'
  mark.hidden = !verdict && !audit.isSampled(segment)
}

function badges(segment) {
  return [
    el('span', { class: 'verdict badge', hidden: true }),
    segment.take.verdict && el('span', {
      class: `heard-mark badge tone-${verdictTone(segment.take.verdict)}`,
      title: verdictMeaning(segment.take.verdict),
    }, verdictLabel(segment.take.verdict)),
    ...segment.flags.map((flag) => el('span', { class: `badge tone-${flagTone(flag)}`, title: flagMeaning(flag) }, flagLabel(flag))),
  ]
}

const tags = {
  english: 'en', german: 'de', french: 'fr', spanish: 'es', italian: 'it',
  portuguese: 'pt', russian: 'ru', chinese: 'zh', japanese: 'ja', korean: 'ko',
}

/** For the screen reader's voice and the browser's line breaks. */
export const languageTag = (language) => tags[language.toLowerCase()]
