import { toCardinal as en } from 'n2words/en-US'
import { toOrdinal as enOrdinal } from 'n2words/en-US'
import { toCardinal as de } from 'n2words/de-DE'
import { toCardinal as fr } from 'n2words/fr-FR'
import { toCardinal as es } from 'n2words/es-ES'
import { toCardinal as it } from 'n2words/it-IT'
import { toCardinal as pt } from 'n2words/pt-PT'
import { toCardinal as ru } from 'n2words/ru-RU'
import { toCardinal as zh } from 'n2words/zh-Hans-CN'
import { toCardinal as ja } from 'n2words/ja-JP'
import { toCardinal as ko } from 'n2words/ko-KR'
import table from '../../../Shared/Transcripts/normalization.json'

// Two texts are compared by what is said, not by how it is written: "3 × 4" heard as "three times four" is no error. The rules are those
// of the gate, which reads the same table; numbers of other languages are read here alone.

const numbers = {
  english: { number: digitByDigit(en), ordinal: enOrdinal },
  german: { number: de, decimalComma: true },
  french: { number: fr, decimalComma: true },
  spanish: { number: es, decimalComma: true },
  italian: { number: it, decimalComma: true },
  portuguese: { number: pt, decimalComma: true },
  russian: { number: ru, decimalComma: true },
  chinese: { number: (digits) => zh(digits, { formal: false }) },
  japanese: { number: ja },
  korean: { number: ko },
}

/** 3.14 is "three point one four", not "three point fourteen". */
function digitByDigit(number) {
  return (digits) => {
    const [whole, decimals] = digits.split('.')
    return decimals ? `${number(whole)} point ${[...decimals].map((digit) => number(digit)).join(' ')}` : number(whole)
  }
}

const patterns = (pairs = []) => pairs.map(([pattern, by]) => [new RegExp(pattern, 'gu'), by])
const languages = Object.fromEntries(Object.entries(table).map(([language, rules]) => [language, {
  ...rules, compatibility: patterns(rules.compatibility), rewrites: patterns(rules.rewrites), spelling: patterns(rules.spelling),
}]))

const alone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const marks = /[^\p{L}\p{M}\p{N}\s]+/gu
const apostrophes = /(?<=\p{L})['’](?=\p{L})/gu

/** The words of a text, comparable: case, punctuation and digits gone; a sign of Chinese or Japanese is a word. */
export function words(text, language) {
  const rules = languages[language.toLowerCase()] ?? {}
  const reading = numbers[language.toLowerCase()]
  let plain = replace(text.toLowerCase(), rules.compatibility).normalize('NFKC')
  plain = replace(plain, rules.rewrites)
  if (reading) plain = spellNumbers(plain, reading)
  plain = plain.replace(apostrophes, '').replace(marks, ' ')
  const found = split(plain).flatMap((word) => (alone.test(word) ? [...word] : [word])).flatMap((word) => split(spell(word, rules)))
  return settle(found, rules)
}

const split = (text) => text.trim().split(/\s+/).filter(Boolean)

const replace = (text, rules = []) => rules.reduce((rewritten, [pattern, by]) => rewritten.replaceAll(pattern, by), text)

const spell = (word, rules) => (Object.hasOwn(rules.words ?? {}, word) ? rules.words[word] : replace(word, rules.spelling))

/** What depends on the word before or after. */
function settle(found, rules) {
  const settled = []
  found.forEach((word, i) => {
    const [before, after] = [settled.at(-1), found[i + 1]]
    if (rules.silent?.[word]?.includes(before) || rules.silentBefore?.[word]?.includes(after)) return
    const isUnit = Object.hasOwn(rules.units ?? {}, word) && isNumber.test(before ?? '')
    settled.push(rules.leading?.[word]?.includes(after) ? 'one' : isUnit ? rules.units[word] : word)
  })
  return settled
}

const isNumber = /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|trillion|quadrillion)$/

function spellNumbers(text, { number, ordinal, decimalComma }) {
  const [group, point] = decimalComma ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`\\d{1,3}(?:\\${group}\\d{3})+(?!\\d)`, 'g')
  let plain = text.replace(grouped, (digits) => digits.replaceAll(group, ''))
  if (ordinal) plain = plain.replace(/(?<!\d)(\d{1,15})(?:st|nd|rd|th)\b/g, (_, digits) => ` ${ordinal(BigInt(digits))} `)
  return plain.replace(new RegExp(`\\d+(?:\\${point}\\d+)?`, 'g'), (digits) => ` ${number(digits.replace(point, '.'))} `)
}
