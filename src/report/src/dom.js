// Elements are made here and nowhere from strings of markup: whatever a text holds, it stays text.

export const byId = (id) => document.getElementById(id)

/** el('p', { class: 'text', onclick }, 'words', child) */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name === 'style') Object.assign(element.style, value)
    else if (name in element && !name.startsWith('aria') && name !== 'list') element[name === 'class' ? 'className' : name] = value
    else element.setAttribute(name === 'class' ? 'class' : name, value === true ? '' : value)
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

/** A name with places to break before its capitals, so that a long one does not break inside a word. */
export const breakable = (name) => name.split(/(?<=[\p{Ll}\d_.-])(?=\p{Lu})/u).flatMap((part, i) => (i === 0 ? part : [el('wbr'), part]))

const svg = 'http://www.w3.org/2000/svg'

export function icon(name) {
  const image = document.createElementNS(svg, 'svg')
  image.setAttribute('class', 'icon')
  image.setAttribute('aria-hidden', 'true')
  image.append(document.createElementNS(svg, 'use'))
  setIcon(image, name)
  return image
}

export const setIcon = (image, name) => image.firstElementChild.setAttribute('href', `#i-${name}`)

/** The words that only a screen reader says. */
export const hidden = (text) => el('span', { class: 'visually-hidden' }, text)

/** A colour of the page's own, as the canvas wants it. */
export function colour(name) {
  const probe = el('i', { hidden: true })
  probe.style.color = `var(--${name})`
  document.body.append(probe)
  const value = getComputedStyle(probe).color
  probe.remove()
  return value
}

/** Tells a screen reader. */
export const say = (text) => { byId('say').textContent = text }
