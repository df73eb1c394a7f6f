// What the build noted, in words. A flag that this page does not know is shown as it is.

const known = {
  estimated: ['Estimated', 'No audio exists yet; the duration is a prediction.', 'info'],
  'audio-missing': ['Audio missing', 'The lock names a take that is on no store within reach.', 'bad'],
  draft: ['Draft', 'Made with the draft model.', 'info'],
  long: ['Longer than expected', 'Much longer than this voice usually takes for such a text: listen for repeats and runaways.', 'warn'],
  short: ['Shorter than expected', 'Much shorter than this voice usually takes for such a text: listen for words left out.', 'warn'],
  loud: ['Loud', 'Above the loudness that every clip is brought to.', 'warn'],
  quiet: ['Quiet', 'Below the loudness that every clip is brought to; its peak left no room.', 'warn'],
  retried: ['Retried', 'The first take did not pass the quality gate.', 'warn'],
  'abrupt-end': ['Abrupt end', 'Its last sound is hardly softer than its speech: listen whether the last word is whole.', 'warn'],
  'sound-after-end': ['Sound after the end', 'Something can be heard for a second or more after the last word.', 'warn'],
  'pace-drift': ['Pace drifts', 'Its end is spoken much faster or slower than its beginning.', 'warn'],
  'unusual-length': ['Unusual length', 'Far from what was predicted for such a text.', 'warn'],
  'long-pause': ['Long pause', 'A silence of more than a second inside.', 'warn'],
}

export const flagLabel = (flag) => known[flag]?.[0] ?? flag
export const flagMeaning = (flag) => known[flag]?.[1] ?? 'Noted by the quality gate.'
export const flagTone = (flag) => known[flag]?.[2] ?? 'warn'

const verdicts = {
  heard: ['Heard', 'A recognizer heard the text.', 'good'],
  doubtful: ['Heard otherwise', 'A recognizer heard other words: listen whether the take or the recognizer is wrong.', 'warn'],
  refused: ['Heard wrong', 'A recognizer heard a word too few or too many.', 'bad'],
  accepted: ['Accepted', 'A person found this take good.', 'good'],
}

export const verdictLabel = (verdict) => verdicts[verdict]?.[0] ?? verdict
export const verdictMeaning = (verdict) => verdicts[verdict]?.[1] ?? ''
export const verdictTone = (verdict) => verdicts[verdict]?.[2] ?? 'info'

const sources = {
  upToDate: 'Lock', localCache: 'Local cache', standIn: 'Spoken again on this machine, in the place of the lock’s take',
  remoteCache: 'Shared store', synthesized: 'Synthesized', audioMissing: 'Lock (no audio)',
  estimated: 'Estimated', failed: 'Failed', otherShard: 'Another shard',
}

export const sourceLabel = (source) => sources[source] ?? source ?? 'Lock'
