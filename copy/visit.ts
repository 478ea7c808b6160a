import type { IsoDay } from '@/domain/calendar/day'
import type { VisitKind, VisitRating, VisitState } from '@/domain/visit/visit'
import { fullDay, monthDay } from './moment'

export const visitStateNames: Readonly<Record<VisitState, string>> = {
  planned: '待发通知',
  notified: '已通知',
  recorded: '已检查',
  rated: '企业已评价',
  cancelled: '已取消',
  notMade: '未入企核查',
}

export const visitKindNames: Readonly<Record<VisitKind, string>> = {
  singleCase: '个案检查',
  special: '专项检查',
}

export const visitRatingNames: Readonly<Record<VisitRating, string>> = {
  proper: '规范',
  partly: '有的地方不规范',
  improper: '不规范',
}

const found = (inOrder: boolean | null): string => {
  if (inOrder === null) return '没查'
  return inOrder ? '没有问题' : '有问题'
}

/** 入企检查: for the body, the firm, and whoever asked. */
export const firmVisitWords = {
  title: '入企检查',
  firmTitle: '检查通知',
  empty: '没有入企检查',
  emptyLine: '有人请执法单位入企，或检查通知送到，会在这里。',
  matters: (count: number) => `${count}件事`,
  dayIs: (on: IsoDay) => `${monthDay(on)}`,
  headline: (state: VisitState, on: IsoDay): string => {
    if (state === 'planned') return `最好${monthDay(on)}前后去`
    if (state === 'notified') return `${monthDay(on)}来检查`
    if (state === 'cancelled') return '这次检查取消了'
    return state === 'notMade' ? '到期没有入企' : `${monthDay(on)}的检查已经做完`
  },
  lastOn: (on: IsoDay, provisional: boolean) =>
    `最晚${fullDay(on)}${provisional ? '（暂定）' : ''}要去；到期没去，自动按未入企核查结束。`,
  ownWork: '执法单位自己就是这个任务的牵头或责任单位，看记录时请留意。',
  whoComes: '谁来查',
  lawful: '执法依据',
  officer: '执法人员',
  certificate: (number: string) => `证号 ${number}`,
  approval: '批准文号',
  day: '检查日期',
  forTasks: '有关任务',
  together: (count: number) => `综合查一次，${count}件事`,
  togetherLine: '能一起查的，这次一起查完。',
  found,
  finding: (inOrder: boolean | null, words: string) => `${found(inOrder)}：${words}`,
  own: '我方提出',
  progress: '走到哪了',
  noticeGiven: '通知送到',
  seen: '到场检查',
  seenLine: (officers: number) => `${officers}人，要出示证件`,
  handed: '记录交给企业',
  handedTo: (name: string) => `签收：${name}`,
  rateNode: '请您评价',
  rateNodeLine: '可以不评，评了不影响您',
  rated: '您已评价',
  record: '现场检查记录',
  photo: (nth: number) => `检查照片${nth}`,
  paper: (nth: number) => `检查记录${nth}`,
  rateHead: '这次检查规范吗',
  rateLine: '只有整改办看得到，也看不到是谁评的。执法单位看不到。',
  rateTold: '谢谢，已记下',
  ratingIs: '企业评价',
  ratedOn: (on: IsoDay) => `${fullDay(on)}评的，不显示是谁`,
  refuse: '不亮证件，您可以拒绝检查。',
  nobodyElse: '整改督导组、村干部、第三方不能进厂检查。有人这样做，请告诉我们。',
  dissent: '不同意见',
  dissentWrite: '写不同意见',
  dissentLabel: '对记录有什么不同意见',
  dissentLine: '和记录放在一起，只能写一次，发出后不能改。',
  dissentNeeded: '请先写不同意见',
  dissentTold: '已附在记录后面',
  call: '打 12345',
  notMadeLine: '这一步请按材料决定，并写明“未入企核查”。',
  calledOff: '执法单位说明',
  withdraw: '撤回我方要查的事',
  withdrawTitle: '撤回我方提的事？',
  withdrawLine: '别的单位提的照常查；没有别的，这次检查就取消。企业看不到是谁提的。',
  withdrawn: '已撤回',
  cancel: '不去了',
  cancelTitle: '取消检查',
  cancelLabel: '为什么不去',
  cancelLine: '提出的单位会收到；已经通知的，企业也会收到。',
  cancelNeeded: '请先写原因',
  cancelled: '已取消',
  notify: '发检查通知',
  correct: '改通知',
  notifyLine: '企业会收到：谁来、哪天来、凭什么、查哪几件事。看不到是谁提的。',
  approvalHint: '如：茂环检批〔2020〕3号',
  kind: '检查类别',
  officerNth: (nth: number) => `执法人员${nth}姓名`,
  certificateNth: (nth: number) => `执法人员${nth}证号`,
  chooseDay: '选日期',
  approvalNeeded: '请先填批准文号',
  kindNeeded: '请先选个案或专项',
  officersNeeded: '两名执法人员的姓名和证号都要填',
  dayNeeded: '请先选检查日期',
  notified: '通知已送出',
  write: '写检查记录',
  recordLine: '一件一件写。记录会交给企业，也是验收这几件事的证据。',
  recordDay: '哪天查的',
  foundOf: (nth: number) => `第${nth}件查到什么`,
  outcome: (nth: number) => `第${nth}件怎么样`,
  outcomes: { yes: found(true), no: found(false), none: found(null) },
  receivedBy: '记录交给谁',
  receivedHint: '企业签收人；拒签的写“拒签”和见证人',
  proof: '现场照片和记录（至少一样）',
  addPaper: '加一份记录',
  removePaper: (name: string) => `去掉${name}`,
  left: (count: number) => `还有${count}件没写`,
  receiverNeeded: '请先写记录交给谁',
  proofNeeded: '请附照片或记录',
  send: '送出记录',
  later: '先不写，返回',
  recorded: '记录已送达企业',
} as const

/** 请执法单位入企: by a step, 督导 or intake, on the page of a task. */
export const askVisitWords = {
  title: '请执法单位入企检查',
  row: '请执法单位入企检查',
  rowLine: '督导组、验收人员不进厂，由执法单位去查',
  line: '这家企业已经有一次没查完的检查时，会并到那一次，不另跑一趟。',
  silent: '企业看不到是谁提的。要查的事里不要写谁反映的，也不要照抄群众原话。',
  firm: '哪家企业',
  body: '请哪个执法单位',
  chooseBody: '选执法单位',
  searchBody: '执法单位名称',
  noBody: '没有标为执法单位的，请管理员先标',
  day: '最好哪天去',
  chooseDay: '选日期',
  matters: '要查的事',
  matter: (nth: number) => `第${nth}件`,
  matterHint: '如：粪污收集池有没有渗漏',
  measure: (text: string | null) => (text === null ? '和哪条措施有关（可不选）' : `措施：${text}`),
  chooseMeasure: '和哪条措施有关',
  noMeasure: '和措施无关',
  add: '再加一件',
  send: '发给执法单位',
  firmNeeded: '请先选企业',
  bodyNeeded: '请先选执法单位',
  dayNeeded: '请先选日期',
  mattersNeeded: '请先写要查的事',
  sent: '已发给执法单位',
  visits: '入企检查',
}
