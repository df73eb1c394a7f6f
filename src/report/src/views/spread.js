import { el } from '../dom.js'

const svg = 'http://www.w3.org/2000/svg'
const bars = 40

/** How measured values lie, as bars, with the thresholds as lines. */
export function spread({ title, values, limits, isOut, write }) {
  const ranked = [...values].sort((a, b) => a - b)
  const known = limits.filter((limit) => limit !== undefined)
  const [from, to] = [Math.min(ranked[0], ...known), Math.max(ranked.at(-1), ...known)]
  const width = (to - from || 1) * 1.04
  const place = (value) => ((value - from) / width + 0.02 / 1.04) * 100
  const counts = new Map()
  for (const value of ranked) {
    const bar = Math.min(bars - 1, Math.floor((place(value) / 100) * bars))
    const { count = 0, out = 0 } = counts.get(bar) ?? {}
    counts.set(bar, { count: count + 1, out: out + (isOut(value) ? 1 : 0) })
  }
  const most = Math.max(...[...counts.values()].map(({ count }) => count))
  const median = ranked[Math.floor((ranked.length - 1) / 2)]
  const out = ranked.filter(isOut).length
  const words = `${write(ranked[0])} to ${write(ranked.at(-1))}, median ${write(median)}; threshold ${
    known.map(write).join(' and ')
  }${out ? `; ${out} beyond it` : ''}`
  const image = draw('svg', { viewBox: '0 0 100 46', preserveAspectRatio: 'none', role: 'img', 'aria-label': `${title}: ${words}` },
    ...[...counts].map(([bar, { count, out }]) => draw('rect', {
      class: out ? 'out' : '', x: (bar / bars) * 100, width: 100 / bars - 0.3,
      y: 46 - (count / most) * 42, height: (count / most) * 42,
    })),
    ...known.map((limit) => draw('line', { x1: place(limit), x2: place(limit), y1: 0, y2: 46 })))
  return el('div', { class: 'spread' }, el('h3', {}, title), image, el('p', {}, words))
}

function draw(name, attributes, ...children) {
  const element = document.createElementNS(svg, name)
  for (const [key, value] of Object.entries(attributes)) if (value !== '') element.setAttribute(key, value)
  element.append(...children)
  return element
}
