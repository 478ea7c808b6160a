import type { Sign } from './deadline-signs'

/** What leads from a first day to a later one. */
export const extension = /(?:延期|延长|延迟|延后|顺延|推迟|展期|调整|变更|延)(?:至|到|为)?/
const was = /原(?:定|来|整改|计划|时限|期限|要求|为)/

/** 2020年6月30日前(延期至2020年12月31日): both stand in print, the later day counts. */
function joined(text: string, one: Sign, two: Sign): Sign | null {
  if (one.kind !== 'fixed' || two.kind !== 'fixed' || one.reason || two.reason) return null
  const between = text.slice(one.end, two.start)
  const before = text.slice(Math.max(0, one.start - 8), one.start)
  if (/[;。]/.test(between)) return null
  if (!extension.test(between) && !(extension.test(before) && was.test(between))) return null
  const days = [...one.days, ...two.days].sort()
  const last = days.at(-1)
  if (last === undefined) return null
  const first = two.days.includes(last) ? one : two
  return {
    ...two,
    start: one.start,
    end: two.end,
    days: [last],
    fault: 'IMPORT.DEADLINE_EXTENDED',
    faultAt: [first.start, first.end],
  }
}

/** Deadlines in order, an extended one and its extension as one. */
export function joinExtended(text: string, signs: Sign[]): Sign[] {
  return signs.reduce<Sign[]>((kept, sign) => {
    const last = kept.at(-1)
    const one = last && joined(text, last, sign)
    return one ? [...kept.slice(0, -1), one] : [...kept, sign]
  }, [])
}
