import type { SignKind } from '@/domain/signs/signs'
import type { IsoDay } from '@/domain/calendar/day'
import type { ExtensionDecider, ExtensionState } from '@/domain/task/extension'
import type { PartKind } from '@/domain/task/done-report'
import { dayFrom, dueDay, fullDay, movedDays } from './moment'

export const partKindNames: Readonly<Record<PartKind, string>> = {
  measure: '措施',
  milestone: '节点',
  stage: '阶段',
  site: '点位',
  demand: '整改要求',
  occurrence: '长期任务的一次',
}

export const extensionStateNames: Readonly<Record<ExtensionState, string>> = {
  asked: '等牵头单位答复',
  endorsed: '等整改办答复',
  granted: '已批准',
  refused: '未批准',
  withdrawn: '已撤回',
  lapsed: '自查后不再需要',
}

/** 报完成: each part, said done one by one. */
export const partWords = {
  head: '完成情况',
  doneOf: (done: number, all: number) => `已完成${done}/${all}`,
  due: dueDay,
  doneOn: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}完成`,
  paper: (number: string) => `文号${number}`,
  beforeAssignment: '交办前已完成',
  noPart: '本单位没有任务',
  reportDone: '报完成',
  reportOf: (text: string) => `报完成：${text}`,
  undoDone: '撤回',
  undoOf: (text: string) => `撤回完成：${text}`,
  returnDone: '退回',
  returnOf: (text: string) => `退回完成：${text}`,
  recordNoPart: '没有任务',
  noPartOf: (text: string) => `记为没有任务：${text}`,
  noPartTitle: '记为本单位没有任务',
  noPartLine: '别的单位还要完成这条措施。记下以后，这个单位不再被提醒。',
  noPartDone: '已记下',
  undoTitle: '撤回完成',
  undoLine: '撤回后按原来的日期继续提醒。',
  undone: '已撤回',
  returnTitle: '退回完成',
  returnLine: '退回后这个单位按原来的日期继续办。',
  returned: '已退回',
  reason: '写明原因',
  reasonNeeded: '请先写明原因',
  title: '报完成',
  on: '哪天完成',
  onNeeded: '请先选哪天完成',
  choose: '选日期',
  what: '做了什么',
  whatNeeded: '请先写做了什么',
  paperNumber: '文号',
  paperHint: '验收单、批复、函件等的文号',
  proofNeeded: '请先加照片、文件或文号，有一样就行',
  after: '报了以后',
  afterLines: [
    '提醒到此为止，这一项不再提醒',
    '牵头单位马上能看到',
    '报错了，自查前可以撤回，写明原因',
  ],
  reported: '已报完成',
}

const countOf = (photos: number, files: number): string | null => {
  if (photos + files === 0) return null
  return [photos > 0 ? `照片${photos}张` : '', files > 0 ? `文件${files}份` : ''].join('')
}

/** 佐证: what proves a part done. */
export const evidenceWords = {
  title: '佐证',
  open: '看佐证',
  openOf: (text: string) => `看佐证：${text}`,
  count: countOf,
  proof: '照片、文件或文号',
  anyOne: '有一样就行',
  photos: '整改后照片',
  before: '整改前照片',
  beforeIfAny: '整改前照片（有就加，和整改后同一角度）',
  photoNth: (nth: number) => `第${nth}张照片`,
  beforeNth: (nth: number) => `整改前第${nth}张照片`,
  papers: '文件',
  addPaper: '加文件',
  secretLine: '涉及企业商业秘密的文件，只有承办、牵头单位和整改办、督导组能打开',
  addSecret: '加商业秘密文件',
  removePaper: (name: string) => `删除文件${name}`,
  secret: '商业秘密',
  notOpen: '您不能打开',
  takenAt: (day: string, time: string) => `${day}${time}收到`,
  digest: (head: string) => `校验码${head}`,
  former: '以前报的（已撤回或退回，留底）',
  lost: (names: readonly string[]) =>
    `已报完成。${names.join('、')}没有附上：手机上找不到了，或不能用。`,
}

/** 谁批准. */
const extensionDeciderNames: Readonly<Record<ExtensionDecider, string>> = {
  leadingGroup: '领导小组',
  upperLevel: '上级',
}

/** 延期. */
export const extensionWords = {
  head: '延期',
  extend: '申请延期',
  whole: '整个任务',
  from: (text: string, on: IsoDay) => `${text}（现在${fullDay(on)}）`,
  part: '哪一项要延期',
  partNeeded: '请先选哪一项要延期',
  to: '延到哪天',
  toNeeded: '请先选延到哪天',
  toTooEarly: '请选比现在的期限晚的日期',
  choose: '选日期',
  why: '为什么按期完不成',
  whyNeeded: '请先写原因',
  plan: '打算怎么赶上',
  planNeeded: '请先写打算',
  line: '批准之前按原来的期限计算和提醒。',
  asked: '已申请延期',
  moves: (from: IsoDay, to: IsoDay) => movedDays(fullDay(from), fullDay(to)),
  because: (reason: string) => `原因：${reason}`,
  planned: (plan: string) => `打算：${plan}`,
  decideBy: (on: IsoDay, today: IsoDay, provisional: boolean) =>
    `${dueDay(on, today, provisional)}答复`,
  decision: (number: string, by: ExtensionDecider | null) =>
    by === null ? `批准文号${number}` : `${extensionDeciderNames[by]}批准，文号${number}`,
  refusedFor: (reason: string) => `未批准：${reason}`,
  daysOver: (days: number) => `批准时已过期${days}天`,
  endorseExtension: '同意延期',
  endorseTitle: '同意这份延期申请？',
  endorseLine: (by: ExtensionDecider) => `同意后由整改办按${extensionDeciderNames[by]}的决定批准。`,
  endorsed: '已同意，转整改办',
  grantExtension: '批准延期',
  decisionLabel: '领导小组决定的文号',
  upperDecisionLabel: '上级决定的文号',
  decisionNeeded: '请先填决定的文号',
  granted: '已批准延期',
  refuseExtension: '不批准',
  refused: '已答复不批准',
  withdrawExtension: '撤回申请',
  withdrawTitle: '撤回这份延期申请？',
  withdrawn: '已撤回申请',
}

/** 苗头, as questions for who checks the work. */
export const signWords = {
  head: '想问一问',
  question: {
    samePhoto: '这张照片别处也用过，是不是同一处？',
    alikePhoto: '有照片和别处的几乎一样，是不是同一张改过的？',
    copiedText: '说的和上次退回前几乎一样，又做了什么？',
    lastDay: '都在期限最后两天报完成，现场是不是都做完了？',
    farPhoto: '有照片离点位很远，是在哪里拍的？',
    oldPhoto: '有照片是交办之前拍的，现在是什么样？',
  } satisfies Record<SignKind, string>,
  elsewhere: (number: string, title: string) => `第${number}项：${title}`,
  unjudged: (count: number) => `${count}张照片无法判断是否用过`,
  whyUnjudged: '太大、看不清或者画面上没有什么可比，请看原图。',
  noVerdict: '只是提醒问一问，不是结论。',
} as const
