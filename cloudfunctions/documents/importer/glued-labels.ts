import { endsLikeBody } from './body-names'
import type { Label } from './label'
import type { LabelField } from './label-field'
import { wordsAt } from './label-words'
import { core, perMeasure, taskField } from './measure-labels'
import type { Source } from './source'
import type { Span } from './types'

/** A name of a field with its text right behind it, at the beginning of a line. */
interface Glued {
  field: LabelField
  word: string
  start: number
  valueStart: number
}

/** Shorter words (单位, 目标) open sentences. */
const shortestWord = 4

const day = /^(?:[自从至]?20\d{2}|\d{1,2}月|[二两]|立行|立即|即知|长期|持续|每年|年底)/
/** 整改措施不力, 整改目标完成情况较好: the word is a sentence's. */
const goesOn =
  /^(?:[不未没无和与及、,的是为已有在仅较]|(?:落实|完成)(?:[不得较]|情况|滞后|缓慢)|滞后|情况|清单|台账|方案|公示|如下|分解|要求)/
/** 整改进展已完成 tells, 整改进展缓慢 does not. */
const fails = /^(?:[不未较]|滞后|缓慢|情况)/
const duty = /(?:\s|牵头|负责|落实|配合|按职责分工|分工|[。])+$/

function gluedAt({ folded }: Source, [start, end]: Span): Glued | null {
  const hit = wordsAt(folded, start).at(-1)
  if (!hit || hit.word.length < shortestWord || hit.end >= end) return null
  const words = folded.slice(hit.end, end)
  if (/^[\s:|】〗」』\])(;。]/.test(words)) return null
  const fits = perMeasure.has(hit.field)
    ? hit.field === 'deadline'
      ? day.test(words)
      : words.split(/[、,;]/).every((name) => endsLikeBody(name.replace(duty, '')))
    : core.has(hit.field) && (hit.field === 'progress' ? !fails.test(words) : !goesOn.test(words))
  return fits ? { field: hit.field, word: hit.word, start, valueStart: hit.end } : null
}

/** Of names or days so many lines tell that the colons were lost. */
const fewestLines = 2

/**
 * 责任单位市水务局, 整改时限2020年底前: names of fields that lost their colons. Names of bodies and days
 * have to show it: two lines at least, and no such field is named in the usual way.
 */
export function gluedLabels(source: Source, labels: readonly Label[]): Label[] {
  const known = new Set(
    labels
      .filter((one) => one.lineStart && taskField(one) && source.folded[one.valueStart - 1] === ':')
      .map(({ field }) => field),
  )
  const glued = source.lines.flatMap((line): Glued[] => {
    const found = gluedAt(source, line)
    return found && !known.has(found.field) ? [found] : []
  })
  const telling = glued.filter(({ field }) => perMeasure.has(field))
  if (telling.length < fewestLines || new Set(glued.map(({ field }) => field)).size < fewestLines)
    return []
  return glued.map((one) => ({
    ...one,
    ...{ level: null, number: null, ordinal: null, item: false, joined: false, lineStart: true },
    bracketed: source.bracketed[one.start] === 1,
  }))
}
