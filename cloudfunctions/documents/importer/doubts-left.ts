import { endsLikeBody } from './body-names'
import { type Case, lacks, within } from './doubt-case'
import { slice } from './source'
import type { ImportedTask, Span } from './types'

/** What a task leaves of its own print, although its form says what it is. */

/** D3SC202109060015, FJ-X-20220410-021: the number that an inspection gave a letter. */
const caseNumber = /(?<![A-Za-z\d-])[A-Z]{1,4}[A-Z\d-]*\d{6,}(?:-\d+)*(?![A-Za-z\d])/g

/** Whether a value of some fields holds the place. */
const holds = ({ spans }: ImportedTask, fields: RegExp, [from, to]: Span): boolean =>
  Object.entries(spans).some(
    ([path, [start, end]]) => fields.test(path) && start <= from && to <= end,
  )

/** A letter's case that no value holds, in a task without one. */
export const caseNotRead = ({ source, task, record }: Case): Span[] =>
  task.upperNumber !== '' || task.unsure.some(({ field }) => field === 'upperNumber')
    ? []
    : within(source, [record.start, record.end], caseNumber).filter(
        (span) => !holds(task, /^(?:number|problem|progressText)/, span),
      )

/** The cell or the text of a number of which nothing was read. */
export const numberNotRead = ({ source, task, record }: Case): Span[] =>
  task.number !== '' ||
  task.upperNumber !== '' ||
  task.unsure.some(({ field }) => /umber$/.test(field))
    ? []
    : record.fields.flatMap(({ field, span }) =>
        field === 'number' && /[\p{L}\p{N}]/u.test(slice(source, span)) ? [span] : [],
      )

/** Days and bodies that have another part in the matter. */
const otherPart =
  /发表|发文|印发|成文|生成|更新|录入|检查|巡查|巡河|排查|发现|交办|受理|转办|投诉|举报|反馈|报告|填报|填表|报送|公示|公开|发布|验收|销号|核查|核实|调查|督察|督查|进驻|约谈|实际|启动|开始|开工|立案|处罚|监测|施工|设计|运维|企业|违法|联系|电话|所在|所属|涉及|区域|范围|地点|位置|来源|备注|领导|责任人|负责人/

const line = /(?:^|\n)[^\S\n]*[^\u4e00-\u9fff\n]{0,6}([\u4e00-\u9fff]{2,10}):[^\S\n]*([^\n]{2,60})/g
const isDay =
  /^(?:20\d{2}[年.-]\d{1,2}(?:[月.-]\d{0,2}日?)?(?:底|末)?(?:前|以前)?|\d{1,2}月(?:底|\d{1,2}日)前?|立行立改|长期坚持)[。;]?$/

const areBodies = (words: string): boolean =>
  words
    .replace(/[。;]$/, '')
    .split(/[、,]/)
    .every((name) => name.length >= 3 && endsLikeBody(name))

/** 办结日:2023年9月8日, 挂点科室:综合执法队: a day or bodies under a name that nobody knows. */
export function kindNotRead({ source, task, record }: Case): Span[] {
  if (record.rows) return []
  const day = lacks(task, 'deadline')
  const unit = lacks(task, 'units')
  if (!day && !unit) return []
  return [...slice(source, [record.start, record.end]).matchAll(line)].flatMap((found): Span[] => {
    const [printed, word = '', value = ''] = found
    if (otherPart.test(word)) return []
    const words = value.trim()
    if (!(day && isDay.test(words)) && !(unit && areBodies(words))) return []
    const end = record.start + found.index + printed.length
    const span: Span = [end - value.length, end]
    return holds(task, /^progressText/, span) ? [] : [span]
  })
}

/** 限7月20日前整改到位, 2024年6月底前完成, 由某局牵头: who and until when, told inside a sentence. */
const limit =
  /(?<![已经])(?:20\d{2}年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[底末])?|年[底末]|(?<=20\d{2}年)[底末])(?:之|以)?前[^。;,\n]{0,12}(?:整改|整治|完成|到位|办结|落实|销号|拆除|建成|治理)/g
const duty = /由[\u4e00-\u9fff]{2,20}(?:牵头|负责(?:整改|落实|实施|牵头)?)(?=[,。;、\n])/g

/** A problem tells limits that were missed; 限…前 sets one. */
const bound = /限(?:期|于|在)?(?:20\d{2}年)?\d{1,2}月[^。;,\n]{0,6}前/g

/** A limit or a duty in the task's sentences, where it has no deadline or no unit. */
export const saidNotRead = ({ source, task, record }: Case): Span[] => {
  if (record.rows) return []
  const day = lacks(task, 'deadline')
  const unit = lacks(task, 'units')
  const said = (pattern: RegExp): Span[] => within(source, [record.start, record.end], pattern)
  const isTold = (span: Span): boolean => holds(task, /^(?:problem|progressText)/, span)
  return [
    ...[...(day ? said(limit) : []), ...(unit ? said(duty) : [])].filter((span) => !isTold(span)),
    ...(day ? said(bound) : []),
  ]
}
