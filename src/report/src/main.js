import { Audit } from './audit/audit.js'
import { byId, say } from './dom.js'
import { setUpKeys } from './keys.js'
import { readLesson } from './model.js'
import { Shelf } from './shelf.js'
import { Player } from './sound/player.js'
import { scaleTo } from './sound/wave.js'
import { setUpTheme } from './theme.js'
import { AuditPanel } from './views/auditpanel.js'
import { Deck } from './views/deck.js'
import { Inspector } from './views/inspector.js'
import { List } from './views/list.js'
import { showOverview } from './views/overview.js'
import { Timeline } from './views/timeline.js'
import { Voices } from './views/voices.js'
import { Toolbar } from './views/toolbar.js'

const lesson = readLesson()
const audit = new Audit(lesson)
const player = new Player()
const shelf = new Shelf(lesson, audit)

const playScene = (scene) => {
  shelf.select(scene.segments[0])
  player.playAll(scene.segments)
}

const playFrom = (segment, at) => {
  shelf.select(segment)
  player.play(segment, 'a', at)
}

/** From the selected one on, in the order of the list. */
const playAll = () => {
  const from = Math.max(0, shelf.shown.indexOf(shelf.selected))
  shelf.select(shelf.shown[from])
  player.playAll(shelf.shown.slice(from))
}

const move = (step) => {
  const next = shelf.beside(step)
  if (!next) return
  const goesOn = player.isPlaying
  shelf.select(next)
  if (goesOn) player.play(next, 'a', 0)
}

const judge = (verdict) => {
  const segment = shelf.selected
  if (!segment?.take.audio) return
  audit.change(segment, { verdict: audit.of(segment).verdict === verdict ? undefined : verdict })
  say(audit.of(segment).verdict ? `${segment.name}: ${verdict}` : `${segment.name}: no verdict`)
}

scaleTo(lesson.segments.reduce((loudest, { take, other }) => Math.max(loudest, take.peak ?? -60, other?.peak ?? -60), -60))
setUpTheme(() => { list.repaint(); inspector.draw(); timeline.draw() })
showOverview(lesson)
const parts = { lesson, audit, player, shelf, playScene, playFrom, move }
const list = new List(byId('list'), parts)
const timeline = new Timeline(byId('timeline'), parts)
const inspector = new Inspector(byId('inspector'), { ...parts, list, desk: document.querySelector('.desk') })
new Voices(byId('voices'), parts)
new Toolbar(parts)
new AuditPanel(byId('audit'), parts)
const deck = new Deck(parts)

player.addEventListener('change', () => {
  // In a queue the selection goes with the sound.
  if (player.isPlaying && player.segment !== shelf.selected) shelf.select(player.segment)
})
player.addEventListener('tick', () => timeline.showHead(player.segment && player.side === 'a' ? player.segment.start + player.at : null))
player.addEventListener('fail', () => {
  if (player.segment) say(`The audio of ${player.segment.name} does not lie beside this page`)
})

byId('play-all').addEventListener('click', playAll)
byId('play-all').disabled = !lesson.scenes.some((scene) => scene.canPlay)
byId('open-help').addEventListener('click', () => byId('help').showModal())

setUpKeys({
  ' ': () => deck.toggle(),
  j: () => move(1),
  k: () => move(-1),
  ArrowLeft: () => player.seek(player.at - 0.5),
  ArrowRight: () => player.seek(player.at + 0.5),
  b: () => shelf.selected?.other && player.play(shelf.selected, player.is(shelf.selected, 'b') ? 'a' : 'b', 0),
  r: () => shelf.selected?.reference && player.toggle(shelf.selected, 'reference'),
  g: () => judge('good'),
  x: () => judge('redo'),
  '/': () => byId('search').focus(),
  '?': () => byId('help').showModal(),
})

list.draw()
// On a narrow screen details open under a line, which would push the list away before anybody asked.
if (!matchMedia('(max-width: 979px)').matches) shelf.select(shelf.shown[0], { reveal: false })
timeline.draw()
performance.mark('narration-ready')
