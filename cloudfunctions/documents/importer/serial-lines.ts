import { readNumeral } from '@/domain/import/numeral'
import type { Label } from './label'
import { type Ordinal, readOrdinal } from './numerals'
import { type Source, slice } from './source'

/** 清单第21号, 案例3, No.4: words, a number and a mark, in whatever form a place gives its heads. */
const serial =
  /^((?!附|图|表|截至|自|至|共)(?:[\u4e00-\u9fffA-Za-z]{1,6}\.?\s*第?|第)\s*\(?)(\d{1,3}|[一二三四五六七八九十百]{1,5})(\s*[号项条件题]?)(?=[\s:、.。)】]|$)/

/**
 * Lines of one form whose numbers rise and that `readOrdinal` does not know: they may head tasks.
 * @returns the ordinal of each such line, by where the line begins
 */
export function serialLines(source: Source, labels: readonly Label[]): Map<number, Ordinal> {
  const named = new Set(labels.map(({ start }) => start))
  const forms = new Map<string, Ordinal[]>()
  for (const [start, end] of source.lines) {
    // 措施一: is known, and a measure's.
    if (named.has(start) || readOrdinal(source.folded, start)) continue
    const found = serial.exec(slice(source, [start, Math.min(end, start + 20)]))
    const [printed = '', before = '', words = '', mark = ''] = found ?? []
    const value = found && readNumeral(words)
    if (!value) continue
    const form = `${before.replace(/\s/g, '')} ${mark.trim()}`
    const at = start + before.length
    const ordinal: Ordinal = {
      ...{ style: 'problem', value, start },
      end:
        start +
        printed.length +
        (/[:、.。)】]/.test(source.folded[start + printed.length] ?? '') ? 1 : 0),
      number: [at, at + words.length],
    }
    forms.set(form, [...(forms.get(form) ?? []), ordinal])
  }
  const rising = [...forms.values()].filter(
    (same) =>
      same.length > 1 &&
      same.every(({ value }, at) => at === 0 || value > (same[at - 1]?.value ?? 0)),
  )
  return new Map(rising.flat().map((ordinal) => [ordinal.start, ordinal]))
}
