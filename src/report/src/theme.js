import { byId } from './dom.js'

// Follows the system until somebody chooses; the choice is kept where the browser lets a page keep something.

const key = 'narration-theme'
const names = { auto: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' }
const system = matchMedia('(prefers-color-scheme: dark)')
let chosen = 'auto'

export const isDark = () => (chosen === 'auto' ? system.matches : chosen === 'dark')

export function setUpTheme(changed) {
  chosen = read() ?? 'auto'
  show()
  byId('theme').addEventListener('click', () => {
    chosen = { auto: system.matches ? 'light' : 'dark', light: 'dark', dark: 'light' }[chosen]
    keep(chosen)
    show()
    changed()
  })
  system.addEventListener('change', changed)
}

function show() {
  document.documentElement.dataset.theme = chosen
  byId('theme-label').textContent = names[chosen]
  byId('theme').title = names[chosen]
}

function read() {
  try { return localStorage.getItem(key) } catch { return null }
}

function keep(value) {
  try { localStorage.setItem(key, value) } catch { /* a browser that keeps nothing asks again next time */ }
}
