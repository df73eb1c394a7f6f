/**
 * One side's figures over the segments that were judged: means, sums, and whether the plan's thresholds are met (null: nothing to tell
 * by).
 */
export function tally(audit, segments, side = 'a') {
  const entries = segments.map((segment) => (side === 'b' ? audit.of(segment).other : audit.of(segment)) ?? {})
  const scores = entries.map((entry) => entry.similarity).filter((score) => score !== undefined)
  const heard = entries.filter((entry) => entry.wrongWords !== undefined)
  const words = sum(heard.map((entry) => entry.words))
  const similarity = scores.length ? sum(scores) / scores.length : null
  const wordError = words ? sum(heard.map((entry) => entry.wrongWords)) / words : null
  const { similarityAbove, wordErrorBelow } = audit.lesson.audit
  return {
    scored: scores.length,
    heard: heard.length,
    words,
    similarity,
    wordError,
    meetsSimilarity: similarity === null ? null : similarity > similarityAbove,
    meetsWordError: wordError === null ? null : wordError < wordErrorBelow,
  }
}

/** How often each side was preferred. */
export function preferences(audit, segments) {
  const counts = { a: 0, b: 0, same: 0, open: 0 }
  for (const segment of segments) counts[audit.of(segment).preferred ?? 'open']++
  return counts
}

const sum = (values) => values.reduce((total, value) => total + value, 0)
