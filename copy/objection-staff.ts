import type { IsoDay } from '@/domain/calendar/day'
import type { ObjectionState } from '@/domain/objection/objection'
import { dayFrom } from './moment'

/** 公示异议, as the office reads it. */
export const objectionDeskWords = {
  title: '公示异议',
  open: '没办完',
  ended: '办完的',
  which: '看哪些',
  empty: '没有异议',
  emptyLine: '群众在公示期提的异议会出现在这里。有一件没结论，公示就不会期满。',
  noSummary: '等受理写摘要',
  lodgedOn: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}提出`,
  dueAdmission: (due: string) => `${due}定受不受理`,
  dueReply: (due: string) => `${due}答复`,
  ground: '哪里不对',
  summary: '摘要',
  summaryHint: '写清哪里、什么情况，不写是谁说的',
  summaryNeeded: '先写摘要',
  openFirst: '先看原话，再写摘要',
  photosToShow: '给整改办看的照片',
  photo: (nth: number) => `提出人的照片，第${nth}张`,
  summarize: '交整改办',
  summarized: '已交整改办',
  readOriginal: '看原话和电话',
  readLine: '提出人是谁只有受理专人能看，每次查看都留痕。',
  contact: '提出人电话',
  admit: '受理',
  admitTitle: '受理这件异议？',
  admitLine: '受理后15个工作日内答复，提出人会收到消息。没有结论，公示不期满。',
  admitted: '已受理',
  dismiss: '不予受理',
  dismissLabel: '告诉提出人为什么',
  dismissLine: '提出人会读到这段话。',
  replyNeeded: '请先写答复',
  dismissed: '已答复提出人',
  reject: '不成立',
  rejectLabel: '答复提出人',
  uphold: '成立，退回整改',
  toTask: '看这件任务',
  reply: '答复',
  turn: '现在不用您办',
}

export const objectionStateNames: Readonly<Record<ObjectionState, string>> = {
  lodged: '待定受不受理',
  admitted: '已受理，待答复',
  dismissed: '不予受理',
  upheld: '成立',
  rejected: '不成立',
}
