import { byId } from './dom.js'

// Single keys act only outside fields, and not at all for who turned them off: speech input would trip over them.

const storage = 'narration-keys'

export function setUpKeys(actions) {
  const box = byId('keys-on')
  try { box.checked = localStorage.getItem(storage) !== 'off' } catch { /* on */ }
  box.addEventListener('change', () => {
    try { localStorage.setItem(storage, box.checked ? 'on' : 'off') } catch { /* for this visit only */ }
  })
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !box.checked || document.querySelector('dialog[open]')) return
    const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!action || isField(event.target) || (isControl(event.target) && ownKeys.includes(event.key))) return
    event.preventDefault()
    action()
  })
}

/** What a focused control does with these keys itself must stay its own. */
const ownKeys = [' ', 'ArrowLeft', 'ArrowRight']
const isField = (target) => target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]') !== null
const isControl = (target) => target.closest('input, summary, a[href], button:not([data-pick])') !== null
