import { fieldOfWord } from './label-words'
import { meantBy } from './meaning'
import { readSource, type Source } from './source'

/**
 * A list of which nothing was read may print its names in marks that no rule knows: “问题”→…,
 * 12 措施:…. It is read once more with such marks taken for the usual ones, and all of it is shown.
 */

const names = (word: string): boolean => fieldOfWord(word) !== null || meantBy(word) !== null

const odd = '[^\\S\\n]*[^\\u4e00-\\u9fff\\n|\\d]{0,3}'
/** A number or marks, a short word, and whatever parts it from its text. */
const oddName = new RegExp(
  `(^|\\n)(${odd}(?:\\d{1,4}[^\\S\\n]+)?${odd})([\\u4e00-\\u9fff]{2,8})([”"’'」』\\])>]*[^\\S\\n]*(?::|→|⇒|=>|-+>?|[=~>»＞]+))`,
  'g',
)
/** 12 某区…: a number and a blank before words that name nothing. */
const oddHead = /(^|\n)([^\S\n]*[^\u4e00-\u9fff\n|\d]?\d{1,4})[^\S\n]+(?=[\u4e00-\u9fff]{4})/g

/** One name alone is no list. */
const fewestNames = 2

const blank = (words: string): string => ' '.repeat(words.length)

/** The same text, mark for mark of the same length; null where it prints no such names. */
export function loosened(source: Source): Source | null {
  const fields = new Set<string>()
  const words = source.folded.replace(
    oddName,
    (printed, line: string, before: string, word: string, mark: string) => {
      if (!names(word)) return printed
      fields.add(word)
      return `${line}${blank(before)}${word}${':'.padEnd(mark.length)}`
    },
  )
  if (fields.size < fewestNames || words === source.folded) return null
  const numbered = words.replace(
    oddHead,
    (printed, line: string, number: string) =>
      `${line}${number}${'、'.padEnd(printed.length - line.length - number.length)}`,
  )
  // Values are cut from the text as printed: only the places are looked for in this one.
  return { ...readSource(numbered), text: source.text }
}
