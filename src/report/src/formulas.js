import temml from 'temml'
import { el } from './dom.js'

/** A text with its formulas as MathML; one that cannot be typeset, such as one with a macro, stands as it was written. */
export const typeset = (parts) => parts.map((part) => (part.latex === undefined ? part.text : formula(part.latex)))

function formula(latex) {
  const shown = el('span', { class: 'formula' })
  try {
    temml.render(latex, shown, { throwOnError: true })
  } catch {
    shown.replaceChildren(el('code', {}, latex))
  }
  return shown
}
