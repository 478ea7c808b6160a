import type { Notice } from '@/domain/reminder/notice'
import type { MessageTemplate } from '@/domain/reminder/template'

/**
 * Field keys of the templates chosen in the 公众平台. Whoever registers another template
 * changes the keys here and nothing else.
 */
export const messageFields = {
  /** 办理结果通知: 编号, 进展, 日期, 提示 */
  answerReady: { title: 'character_string1', state: 'phrase2', dueOn: 'date3', hint: 'thing4' },
  /** 到期提醒: 事项, 截止日期, 件数, 提示 */
  deadline: { title: 'thing1', dueOn: 'date2', count: 'number3', hint: 'thing4' },
  /** 商定时间通知: 任务, 进展, 回复期限, 提示 */
  timeline: { title: 'thing1', state: 'phrase2', dueOn: 'date3', hint: 'thing4' },
} as const satisfies Record<MessageTemplate, Readonly<Record<string, string>>>

/** What stands in a field that would be empty: WeChat refuses an empty one. */
export const emptyField = '无'

/** State (at most five Chinese characters) and hint (at most 20 characters) of each notice. */
export const noticeTexts: Readonly<
  Record<Notice, { readonly state: string; readonly hint: string }>
> = {
  answerReady: { state: '已答复', hint: '点开看办理结果，告诉我们办好没有' },
  secondAnswerReady: { state: '再查有结果', hint: '换人再查有了结果，请点开看' },
  answerExtended: { state: '延期答复', hint: '需要更多时间，点开看新的日期' },
  feedbackDeclined: { state: '不予受理', hint: '点开看原因和可以去哪里反映' },
  objectionAdmitted: { state: '异议已受理', hint: '点开看最晚哪天答复您' },
  objectionAnswered: { state: '异议已答复', hint: '您提的异议有了答复，请点开看' },
  taskUnderNotice: { state: '正在公示', hint: '您关心的任务在公示，有意见可以提' },
  taskClosed: { state: '已办结', hint: '您关心的任务已办结，点开看结果' },
  taskReopened: { state: '重新整改', hint: '您关心的任务又反弹了，重新整改' },
  taskRechecked: { state: '已回头看', hint: '有人又去现场看过了，点开看结果' },
  occurrenceMissed: { state: '到期没报', hint: '这一次到期没有报完成，请补报' },
  doneReturned: { state: '完成被退回', hint: '报的完成被退回，点开看原因' },
  planReturned: { state: '方案被退回', hint: '报的方案被退回，点开看原因' },
  extensionRefused: { state: '延期没批准', hint: '延期没有批准，仍按原来的日期办' },
  reworkAsked: { state: '退回整改', hint: '任务退回整改，点开看要求和日期' },
  dayMoved: { state: '日期有变', hint: '要办的日期改了，点开看新的日期' },
  workTakenOver: { state: '接手任务', hint: '有任务改由您单位办，请点开看' },
  workTakenAway: { state: '已改派', hint: '这项任务改由别的单位办了，不用再办' },
  taskCancelled: { state: '任务取消', hint: '任务取消了，不用再办，点开看原因' },
  checkUrged: { state: '等您审查', hint: '公开的文字等您审查，请点开看' },
  timelineProposed: { state: '单位已提出', hint: '请同意或另提日期，不代表承认违法' },
  timelineCountered: { state: '企业已另提', hint: '企业提了新的日期，请同意或再提' },
  timelineAgreed: { state: '已商定', hint: '双方都同意了，点开看商定的日期' },
  timelineReferred: { state: '转协调', hint: '由市整改办协调，请等协调意见' },
  timelineMediated: { state: '请签认', hint: '协调意见已出，请看后签认' },
  timelineEnded: { state: '未达成一致', hint: '没有谈成，按任务原定期限办理' },
  visitAsked: { state: '请入企检查', hint: '有企业要去检查，请先发检查通知' },
  visitNotified: { state: '检查通知', hint: '点开看谁来、哪天来、查哪几件事' },
  visitRecorded: { state: '检查记录', hint: '点开看记录，可以写不同意见和评价' },
  visitMade: { state: '已入企检查', hint: '您请的入企检查有了记录，请点开看' },
  visitCalledOff: { state: '检查取消', hint: '入企检查不去了，请点开看' },
  visitNotMade: { state: '未入企核查', hint: '到期没有入企，请点开看' },
  timelineUnchanged: { state: '日期照旧', hint: '没有谈成，原来商定的日期照旧' },
  timelineHandedOver: { state: '换了单位', hint: '商定时间换了单位接着谈，谈过的都算' },
  nodeReturned: { state: '完成被退回', hint: '报的完成被退回，点开看原因' },
}

/**
 * The day's digest, by what is most urgent in it.
 * @param daysLeft from the day of sending to the day it is due; negative after it
 */
export const digestHint = (daysLeft: number): string => {
  if (daysLeft < 0) return `已超期${-daysLeft}天，请今天办理`
  return daysLeft === 0 ? '今天到期，请点开办理' : `还剩${daysLeft}天，请点开办理`
}

/** The coordinator's one summary of the week: what units owe since a week or longer. */
export const summaryTitle = (things: number): string => `各单位超期事项${things}件`
export const summaryHint = '超期七天以上，请点开督促'

/** Stands behind the most urgent thing when there are more. */
export const andMore = (things: number): string => `等${things}项`
