import { byId, el } from '../dom.js'
import { figures } from '../figures.js'
import { flagLabel } from '../flags.js'
import { number } from '../format.js'

/** Search, filters and sorting. */
export class Toolbar {
  constructor({ lesson, audit, shelf }) {
    Object.assign(this, { lesson, shelf })
    byId('sort').append(...figures.map(({ key, label }) => el('option', { value: key }, label)))
    byId('search').addEventListener('input', (event) => shelf.change({ query: event.target.value }))
    byId('sort').addEventListener('change', (event) => shelf.change({ sort: event.target.value }))
    byId('direction').addEventListener('click', () => shelf.change({ isDescending: !shelf.isDescending }))
    shelf.addEventListener('change', () => this.show())
    audit.addEventListener('change', () => this.show())
    this.chips = new Map(shelf.filters.map((filter) => [filter.key, this.#chip(filter)]))
    byId('filters').append(...this.chips.values())
    this.show()
  }

  show() {
    const { shelf, lesson } = this
    for (const filter of shelf.filters) {
      const chip = this.chips.get(filter.key)
      const count = lesson.segments.filter(filter.test).length
      chip.setAttribute('aria-pressed', String(filter.key === shelf.filter))
      chip.querySelector('.count').textContent = number(count)
      chip.hidden = filter.isLive && count === 0 && filter.key !== shelf.filter
    }
    byId('direction-label').textContent = shelf.isDescending ? 'Descending' : 'Ascending'
    byId('direction').setAttribute('aria-pressed', String(shelf.isDescending))
    byId('direction').title = shelf.isDescending ? 'Descending' : 'Ascending'
    byId('sort').value = shelf.sort
  }

  #chip(filter) {
    return el('button', {
      type: 'button', class: `chip${filter.tone ? ` tone-${filter.tone}` : ''}`,
      onclick: () => this.shelf.change({ filter: this.shelf.filter === filter.key ? 'all' : filter.key }),
    }, filter.flag ? flagLabel(filter.flag) : filter.label, el('span', { class: 'count' }))
  }
}
