import { isoDay } from './dates'
import { type Sign, plainSign } from './deadline-signs'
import type { ImportedDeadlineKind } from './types'

const count = '(?:\\d+|[一二两三四五六七八九十半]+)'

export const recurring =
  /每\s*(?:[一二两三四]?\s*(?:半年|年度?|季度?|月|周|旬|日|天)|半年|个?工作日)|逐[年月]|按(?:年度?|季度?|月)|年度常态|定期/g

const relative = new RegExp(
  `(?:[^,。;、\\s|]{0,30}(?:后|之日起|起))\\s*(?:的)?\\s*${count}\\s*个?\\s*(?:工作日|月|日|天|周|年|小时)(?:之?内|以内)?|${count}\\s*(?:个\\s*(?:工作日|月|星期)|工作日|日|天|周|小时)\\s*(?:之?内|以内)`,
  'g',
)

const immediate =
  /立行立改|立即整改|立知立改|立整立改|立查立改|立改立行|即知即改|即行即改|即查即改|边督边改|边查边改|立说立行|即时整改|即刻整改|马上整改|立接立改|即交即办|立即(?:办理|完成|停止|落实)?/g

const longTerm =
  /长期坚持|长期(?:推进|落实|整改|任务|开展|实施)?|常态化?(?:工作|推进|坚持|开展|管理|整改|长效)?|持续(?:推进|整改|坚持|开展|实施|落实|巩固|提升|改善)?|日常(?:工作|监管)?|贯穿全年|全年|常抓不懈|坚持不懈|长效坚持/g

/** “十四五”末: the end of a five-year plan, the eleventh ending with 2010. */
const planFives = ['一', '二', '三', '四', '五']
const planEnd = /[“"]?十([一二三四五])五[”"]?(?:规划)?(?:时)?期?[末底]/g

interface Words {
  pattern: RegExp
  kind: ImportedDeadlineKind
  inline: boolean
}

const wordSigns: Words[] = [
  { pattern: recurring, kind: 'recurring', inline: true },
  { pattern: relative, kind: 'relative', inline: true },
  { pattern: immediate, kind: 'immediate', inline: false },
  { pattern: longTerm, kind: 'longTerm', inline: false },
]

export function wordsIn(text: string, inline: boolean): Sign[] {
  const signs: Sign[] = []
  for (const { pattern, kind, inline: alsoInline } of wordSigns) {
    if (inline && !alsoInline) continue
    for (const found of text.matchAll(pattern)) {
      if (inline && kind === 'recurring' && /日|天|周|定期|按|逐/.test(found[0])) continue
      signs.push(plainSign(kind, found.index, found.index + found[0].length))
    }
  }
  if (!inline) {
    for (const found of text.matchAll(planEnd)) {
      const year = 2005 + 5 * (planFives.indexOf(found[1] ?? '') + 1)
      signs.push({
        ...plainSign('fixed', found.index, found.index + found[0].length),
        readings: [isoDay(year, 12, 31)],
        reason: '只写了规划期末,没有写日期。',
      })
    }
  }
  if (inline) {
    // 并长期坚持 as a clause of its own; the word inside a sentence sets no limit.
    for (const found of text.matchAll(/(?<=[,;。]\s*并?)长期坚持(?=\s*(?:[。;,]|$))/g)) {
      signs.push(plainSign('longTerm', found.index, found.index + found[0].length))
    }
  }
  return signs
}
