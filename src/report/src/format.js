// How figures are written. One place, so that the list, the inspector and the summary agree.

export const seconds = (value) => `${value.toFixed(2)} s`

/** 1:02.3 */
export function clock(value) {
  const tenths = Math.round(value * 10)
  const minutes = Math.floor(tenths / 600)
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, '0')
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`
}

/** +0.42, −1.30: with a sign that screen readers read. */
export const signed = (value, digits = 2) => {
  const text = Math.abs(value).toFixed(digits)
  return Number(text) === 0 ? `±${text}` : `${value > 0 ? '+' : '−'}${text}`
}

export const moved = (value) => `${signed(value)} s`

export const percent = (share, digits = 0) => `${(share * 100).toFixed(digits)} %`

export const signedPercent = (share) => `${signed(share * 100, 0)} %`

export const level = (value) => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`

/** 1,234 */
export const number = (count) => count.toLocaleString('en')

export const plural = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`
