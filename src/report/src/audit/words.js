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

// Two texts are compared by what is said, not by how it is written: "3 × 4" heard as "three times four" is no error.

const languages = {
  english: { number: en, ordinal: enOrdinal, signs: { '%': 'percent', '+': 'plus', '=': 'equals', '×': 'times', '&': 'and', '°': 'degrees' }, silent: /(?<=\b(?:hundred|thousand|million|billion)) and\b/g },
  german: { number: de, decimalComma: true, signs: { '%': 'prozent', '+': 'plus', '=': 'gleich', '×': 'mal', '&': 'und' } },
  french: { number: fr, decimalComma: true, signs: { '%': 'pour cent', '+': 'plus', '=': 'égale', '×': 'fois', '&': 'et' } },
  spanish: { number: es, decimalComma: true, signs: { '%': 'por ciento', '+': 'más', '=': 'igual a', '×': 'por', '&': 'y' } },
  italian: { number: it, decimalComma: true, signs: { '%': 'per cento', '+': 'più', '=': 'uguale', '×': 'per', '&': 'e' } },
  portuguese: { number: pt, decimalComma: true, signs: { '%': 'por cento', '+': 'mais', '=': 'igual a', '×': 'vezes', '&': 'e' } },
  russian: { number: ru, decimalComma: true, signs: { '%': 'процентов', '+': 'плюс', '=': 'равно' } },
  chinese: { number: (digits) => zh(digits, { formal: false }), signs: {} },
  japanese: { number: ja, signs: {} },
  korean: { number: ko, signs: {} },
}

const alone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const marks = /[^\p{L}\p{M}\p{N}\s]+/gu
const apostrophes = /(?<=\p{L})['’](?=\p{L})/gu

/** The words of a text, comparable: case, punctuation and digits gone; a sign of Chinese or Japanese is a word. */
export function words(text, language) {
  const rules = languages[language.toLowerCase()] ?? { signs: {} }
  let plain = text.normalize('NFKC').toLowerCase()
  for (const [sign, word] of Object.entries(rules.signs)) plain = plain.replaceAll(sign, ` ${word} `)
  if (rules.number) plain = spellNumbers(plain, rules)
  plain = plain.replace(apostrophes, '').replace(marks, ' ').replace(/\s+/g, ' ')
  if (rules.silent) plain = plain.replace(rules.silent, '')
  return plain.trim().split(' ').flatMap((word) => (alone.test(word) ? [...word] : word ? [word] : []))
}

function spellNumbers(text, { number, ordinal, decimalComma }) {
  const [group, point] = decimalComma ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`\\d{1,3}(?:\\${group}\\d{3})+(?!\\d)`, 'g')
  let plain = text.replace(grouped, (digits) => digits.replaceAll(group, ''))
  if (ordinal) plain = plain.replace(/(?<!\d)(\d{1,15})(?:st|nd|rd|th)\b/g, (_, digits) => ` ${ordinal(BigInt(digits))} `)
  return plain.replace(new RegExp(`\\d+(?:\\${point}\\d+)?`, 'g'), (digits) => ` ${number(digits.replace(point, '.'))} `)
}
