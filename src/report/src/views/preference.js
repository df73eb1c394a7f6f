import { el } from '../dom.js'

let serial = 0

/** Which side sounds better. */
export class Preference {
  constructor(segment, audit) {
    Object.assign(this, { segment, audit })
    this.name = `prefer-${++serial}`
    const choice = (value, label) => el('label', { class: 'choice' },
      el('input', {
        type: 'radio', name: this.name, value,
        onclick: () => audit.change(segment, { preferred: audit.of(segment).preferred === value ? undefined : value }),
      }), el('span', {}, label))
    this.element = el('div', { class: 'choices preference', role: 'radiogroup', 'aria-label': 'Which sounds better' },
      choice('a', 'A is better'), choice('same', 'No difference'), choice('b', 'B is better'))
    this.show()
  }

  show() {
    for (const input of this.element.querySelectorAll('input')) input.checked = input.value === this.audit.of(this.segment).preferred
  }
}
