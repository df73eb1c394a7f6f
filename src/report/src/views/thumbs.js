const idle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 30))

/**
 * The small waveforms of the list: drawn when their block of rows comes near, in moments without other work, and taken away when it
 * is gone. Blocks are watched, not rows: a thousand watched elements cost more in every frame than all the drawing.
 */
export class Thumbs {
  #waves = new Map()
  #wanted = new Set()
  #isScheduled = false

  /** @param draw gives the Wave of a row. */
  constructor(draw) {
    this.draw = draw
    this.seen = new IntersectionObserver((entries) => entries.forEach((entry) => this.#look(entry)), { rootMargin: '300px 0px' })
  }

  /** Watches these blocks and no others. */
  watch(blocks) {
    this.seen.disconnect()
    for (const block of blocks) this.seen.observe(block)
  }

  of(row) { return this.#waves.get(row) }

  clear() {
    for (const wave of this.#waves.values()) wave.destroy()
    this.#waves.clear()
    this.#wanted.clear()
  }

  #look({ target, isIntersecting }) {
    for (const row of target.children) {
      if (isIntersecting) this.#wanted.add(row)
      else this.#drop(row)
    }
    this.#schedule()
  }

  #drop(row) {
    this.#wanted.delete(row)
    this.#waves.get(row)?.destroy()
    this.#waves.delete(row)
  }

  #schedule() {
    if (this.#isScheduled || this.#wanted.size === 0) return
    this.#isScheduled = true
    idle((moment) => {
      this.#isScheduled = false
      for (const row of this.#wanted) {
        this.#wanted.delete(row)
        if (row.isConnected && !this.#waves.has(row)) {
          const wave = this.draw(row)
          if (wave) this.#waves.set(row, wave)
        }
        if (moment.timeRemaining() < 4) break
      }
      this.#schedule()
    })
  }
}

