/**
 * The fewest substitutions, omissions and insertions from one list of words to the other, and the way there:
 * steps of { kind: 'same' | 'wrong' | 'missing' | 'extra', said, heard }.
 */
export function compare(said, heard) {
  const width = heard.length + 1
  const cost = new Uint32Array((said.length + 1) * width)
  for (let i = 0; i <= said.length; i++) {
    for (let j = 0; j <= heard.length; j++) {
      cost[i * width + j] = i === 0 ? j : j === 0 ? i : Math.min(
        cost[(i - 1) * width + j - 1] + (said[i - 1] === heard[j - 1] ? 0 : 1),
        cost[(i - 1) * width + j] + 1,
        cost[i * width + j - 1] + 1)
    }
  }
  const steps = []
  let [i, j] = [said.length, heard.length]
  while (i > 0 || j > 0) {
    const here = cost[i * width + j]
    const isSame = i > 0 && j > 0 && said[i - 1] === heard[j - 1]
    if (i > 0 && j > 0 && here === cost[(i - 1) * width + j - 1] + (isSame ? 0 : 1)) {
      i--; j--
      steps.push({ kind: isSame ? 'same' : 'wrong', said: said[i], heard: heard[j] })
    } else if (i > 0 && here === cost[(i - 1) * width + j] + 1) {
      i--
      steps.push({ kind: 'missing', said: said[i] })
    } else {
      j--
      steps.push({ kind: 'extra', heard: heard[j] })
    }
  }
  return { wrong: cost[said.length * width + heard.length], of: said.length, steps: steps.reverse() }
}
