import { withoutEnd } from './printed-words'
import type { IsoDay } from '@/domain/calendar/day'
import type { Standard } from '@/domain/task/cycle'
import type { ReworkCause } from '@/domain/task/verification'
import type { TaskEvent } from '@/domain/task/workflow'
import { dayFrom } from './moment'

export const standardNames: Readonly<Record<Standard, string>> = {
  measuresDone: '措施都做完了',
  violationsPunished: '违法的已处理',
  normsMet: '达到法律和标准要求',
  likeProblemsDone: '同样的问题一起改',
  treatedAtSource: '从源头管住，能长久',
}

export const reworkCauseNames: Readonly<Record<ReworkCause, string>> = {
  returnForRework: '退回整改',
  upheld: '异议成立，重新整改',
  returnedByUpper: '上级退回',
  reopened: '反弹，重新整改',
}

/** A step that somebody is waiting to take, after 还不能. */
export const stepNames: Readonly<Partial<Record<TaskEvent, string>>> = {
  selfCheck: '自查',
  requestCloseOut: '申请验收',
  noticeFirst: '发验收前公示',
  publishNotice: '发公示',
  approveCloseOut: '批准销号',
}

const noticeDays = (from: IsoDay, lastOn: IsoDay | null, today: IsoDay) =>
  lastOn === null
    ? `${dayFrom(today, from)}起公示，跨到的年份放假安排还没公布，公布后再定哪天满`
    : `公示${dayFrom(today, from)}至${dayFrom(today, lastOn)}，10个工作日`

/** 办结: self-check, request and the chain on the task's page. */
export const closeOutWords = {
  head: '验收和办结',
  cycle: (ordinal: number) => `第${ordinal}轮`,
  earlier: '已作废，只供查看',
  seeMissing: '看还差什么',
  missing: (step: string, why: string) => `还不能${step}：${why}`,
  chain: '验收链',
  unnamed: '还没定',
  province: '由省级验收，市整改办录入',
  changeChain: '定验收单位',
  selfCheck: '办结前自查',
  selfChecked: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}自查`,
  /** Here, or on a paper by its number or its scan. */
  signed: (number: string | null, papers: number) =>
    [number && `负责人签字件${number}`, papers > 0 && `负责人签字盖章件${papers}份，在卷宗里`]
      .filter(Boolean)
      .join('，') || '单位负责人已签',
  requestCloseOut: '申请验收',
  requested: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}申请验收`,
  report: (number: string) => `报告${number}`,
  reportLabel: '验收申请报告的文号',
  reportLine: '申请后按验收链逐级验收，第一级验收前可以撤回。',
  reportNeeded: '请先填报告的文号',
  requestSent: '已申请验收',
  checked: (level: string, on: IsoDay, today: IsoDay, passed: boolean) =>
    `${dayFrom(today, on)}${level}验收，${passed ? '通过' : '退回再改'}`,
  checker: (name: string, unit: string, hasAccount: boolean, confirmed: boolean) => {
    if (!hasAccount) return `${name}，${unit}，现场签字`
    return `${name}，${unit}，${confirmed ? '已签' : '还没确认'}`
  },
  /** 入企检查 as a step had it. */
  firmSeen: (firm: string, body: string, on: IsoDay | null, today: IsoDay) =>
    on === null
      ? `${firm}：未入企核查，按材料决定`
      : `${firm}：${body}${dayFrom(today, on)}入企检查`,
  seenOn: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}在现场看的，有网后才送到`,
  byHand: '，已手写签名',
  siteFiles: (photos: number) => (photos > 0 ? `看现场照片${photos}张和签名` : '看签名'),
  siteFilesTitle: '现场照片和签名',
  sitePhoto: (nth: number) => `第${nth}张现场照片`,
  // Only the app's own camera could say more.
  siteNoJudging: '拍摄地点和时间：无法判断',
  signatures: '手写签名',
  signatureNth: (nth: number) => `第${nth}个签名`,
  paper: (number: string) => `文号${number}`,
  /** A measure ends in the list's own stop. */
  notInPlace: (measure: string, seen: string) => `不到位：${withoutEnd(measure)}。${seen}`,
  reworked: (cause: string, on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}${cause}`,
  demand: (unit: string, said: string) => `${unit}：${said}`,
  reworkBy: (on: IsoDay, today: IsoDay) => `改到${dayFrom(today, on)}，原定期限不变`,
  verify: '现场核查',
  returnForRework: '退回整改',
  confirmCheck: '确认是我查的',
  confirmTitle: '确认这次验收有您？',
  confirmLine: '谁验收谁负责。确认后记在您名下。',
  confirmed: '已确认',
  denyCheck: '不是我查的',
  denyLabel: '写明情况',
  denyLine: '这一级和后面各级的验收作废，要重新验收。',
  denyNeeded: '请先写明情况',
  denied: '已记下，这一级重新验收',
  publishNotice: '发公示',
  publishTitle: '现在发公示？',
  publishLine: '从今天起10个工作日，群众能看到做了什么、谁查的。公示期间文字和证据不能改。',
  noticePublished: '公示已发出',
  notice: noticeDays,
  noticeFirst: '发验收前公示',
  noticeFirstTitle: '现在发验收前公示？',
  noticeFirstLine:
    '这一轮要求验收前先公示。从今天起10个工作日，群众能看到做了什么。公示期间文字和证据不能改。',
  preNotice: (from: IsoDay, lastOn: IsoDay | null, today: IsoDay) =>
    `验收前${noticeDays(from, lastOn, today)}`,
  approveCloseOut: '批准销号',
  approvalLabel: '领导小组决定的文号',
  approvalLine: '上级销号的，批准后先上报，上级同意才办结。',
  approvalNeeded: '请先填决定的文号',
  papers: (count: number) => `盖章件${count}份，在卷宗里`,
  approval: (number: string, on: IsoDay, today: IsoDay) =>
    `${dayFrom(today, on)}批准销号，${number}`,
  recordUpper: '上级同意销号',
  upperLabel: '上级文件的文号',
  upperLine: '录入后这项任务就办结。上级退回的，用“上级退回”。',
  upperNeeded: '请先填上级文件的文号',
  upper: (number: string, on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}上级意见，${number}`,
  returnByUpper: '上级退回',
  recheck: '回头看',
  rechecked: (relapsed: boolean, on: IsoDay, today: IsoDay) =>
    `${dayFrom(today, on)}回头看，${relapsed ? '有反弹' : '没有反弹'}`,
  recheckFiles: (photos: number) => `看现场照片${photos}张`,
  recheckFilesTitle: '回头看的现场照片',
  reopen: '重新整改',
  keepClosed: '不重开',
  keepLabel: '为什么不重开',
  keepLine: '督导组和市领导都能看到这条理由。',
  keepNeeded: '请先写为什么不重开',
  kept: '已记下不重开的理由',
  keptClosed: (reason: string) => `没有重开：${reason}`,
  withdraw: '撤回',
  withdrawTitle: '撤回这一步？',
  withdrawLine: '撤回后可以改了再报，以前报的留在办理经过里。',
  withdrawn: '已撤回',
}

export const selfCheckWords = {
  title: '办结前自查',
  ready: '全部完成，可以自查',
  parts: '措施和证据',
  partsDone: (count: number) => `${count}项都有证据`,
  missing: (count: number) => `还差${count}样，补齐才能自查`,
  notYet: '还不能自查',
  fill: '去补',
  villages: '问过受影响的村吗',
  seeVillages: '看谁说了',
  notAsked: '还没问',
  standards: '五条标准',
  each: '每条写一句',
  word: (standard: string) => `${standard}：写一句`,
  wordNeeded: (standard: string) => `请先写：${standard}`,
  sign: '负责人签字',
  signOffNumber: '负责人签字件的文号',
  signByLeader: '您是负责人，报送就是签字，文号可以不填',
  signByStaff: '负责人在纸上签了的，填签字件的文号，或加盖章件；还没签的，备好请负责人在这里签',
  send: '自查完成，报送',
  sent: '自查已报送',
  prepare: '备好，请负责人签字',
  prepared: '已备好，等负责人签字',
  toSign: (on: IsoDay, today: IsoDay) =>
    `经办${dayFrom(today, on)}备好的，在下面。看过、改好，报送就是签字。`,
  waits: (on: IsoDay, today: IsoDay) =>
    `${dayFrom(today, on)}已备好，等负责人签字。改了可以重新备；负责人在纸上签的，填文号或加盖章件报送。`,
  lapsed: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}写的，后来有改动，请再看一遍。`,
}

/** 盖章件, scanned. */
export const signedPaperWords = {
  paperAdd: '加盖章件',
  paperLine: '签字盖章件拍照或扫描，存进卷宗。',
  paperRemove: (name: string) => `去掉${name}`,
  signNeeded: '请先填负责人签字件的文号，或加盖章件',
  lost: (count: number) => `已报送，${count}份附件在手机上找不到，没有送出`,
}

/** 签本单位自查: of every responsible unit but the one that signs the whole. */
export const shareWords = {
  sign: '签本单位自查',
  line: '本单位的都已经做完。签了，牵头单位才能自查。签后有改动，要重新签。',
  parts: (count: number) => `本单位报完成的${count}项`,
  byLeader: '您是负责人，点下面就是签字，文号可以不填',
  byStaff: '由经办报的，填负责人签字件的文号，或加盖章件',
  send: '都做完了，签字',
  sent: '已签本单位自查',
  head: '各责任单位负责人签字',
  signedOn: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}已签`,
  waiting: '还没签',
  lapsed: '签后有改动，要重新签',
  signed: (unit: string, on: IsoDay, today: IsoDay, how: string) =>
    `${unit}${dayFrom(today, on)}签本单位自查：${how}`,
}

/** 现场核查. */
export const verifyWords = {
  title: '现场核查',
  notNow: '现在没有要您验收的一级',
  step: (level: string) => `${level}验收`,
  offline: '没有网络，照样能填',
  offlineLine: '填的和拍的都存在这台手机上。有网时打开小程序自动送出，只送一次。',
  photosOf: (place: number) => `第${place}条现场照片`,
  photosLine: '从相册选的、不是在这里拍的，会标“无法判断”',
  seenOn: '哪天看的',
  sign: '另一位在这里手写签名',
  signLine: '签完再在自己手机上确认',
  signAgain: '重签',
  signDone: '签好了',
  signed: '已手写签名',
  signNeeded: '请另一位先手写签名',
  notKept: '手机存不下签名，请腾出空间再签',
  lostFiles: (count: number) => `有${count}张照片没有送到，文字已送到`,
  late: '这一步已经由别人办了',
  lateBy: (names: string, day: string) => `${day}由${names}验收。`,
  lateReturned: '任务已经退回整改。',
  lateKept: '您在现场填的没有送出去，还存在这台手机上：',
  lateDrop: '不要了，从手机上删掉',
  line: '只看公共场所和单位的工作，不进企业。要进厂，由执法单位办手续。',
  second: '另一位验收人',
  secondLine: '没有参与过整改',
  confirmsLater: '在自己手机上确认',
  expert: '外单位的人或专家',
  expertLine: '没有账号，现场签字',
  both: '省级验收人',
  name: '姓名',
  secondName: '另一位姓名',
  unitName: '单位',
  secondNeeded: '请先填另一位验收人',
  each: '逐项看',
  unitSays: (unit: string, said: string) => `${unit}说：${said}`,
  inPlace: '到位',
  notInPlace: '不到位',
  seenOf: (place: number) => `第${place}条：看到了什么`,
  left: (count: number) => `还有${count}项没看，看完才能提交`,
  missedWords: '不到位的，请先写一句看到了什么',
  judgedBy: (place: number) => `第${place}条：没拍照片，凭什么定的`,
  judgedHint: '如查看了验收资料、未入企核查',
  unseen: (place: number) => `第${place}条没有现场照片，请拍一张或写明凭什么定的`,
  missedLine: (count: number) => `有${count}项不到位，只能退回。原定期限不变。`,
  conclusion: '结论',
  whoSigns: '谁验收谁负责',
  conclusionWords: '写一句结论',
  conclusionNeeded: '请先写一句结论',
  paperNumber: '省级验收文号',
  paperNeeded: '请先填省级验收文号',
  reworkOn: '改到哪天',
  reworkOnNeeded: '请先选改到哪天',
  choose: '选日期',
  pass: '通过，签名',
  return: '退回再改，签名',
  passed: '已通过这一级验收',
  returned: '已退回整改',
}

/** What sends a task back into work, by who says it. */
export const reworkKinds = {
  returnForRework: {
    title: '退回整改',
    line: '原定期限不变，已过期的仍算超期。',
    reason: '为什么退回',
    on: '改到哪天',
  },
  returnByUpper: {
    title: '上级退回',
    line: '按上级意见重新整改。原定期限不变，已过期的仍算超期。',
    reason: '上级为什么退回',
    on: '改到哪天',
  },
  upholdObjection: {
    title: '异议成立',
    line: '退回整改，公示结束。写的原因单位会看到，也作为答复发给提出人。',
    reason: '为什么成立',
    on: '改到哪天',
  },
  reopen: {
    title: '反弹，重新整改',
    line: '按原来的编号重新整改，期限从头定。',
    reason: '发现了什么',
    on: '新的期限',
  },
}

/** 退回整改. */
export const reworkWords = {
  reasonNeeded: '请先写原因',
  unit: '由谁再做',
  unitNeeded: '请先选由谁再做',
  demand: '要再做什么',
  demandNeeded: '请先写要再做什么',
  open: '重新做',
  keep: '不用重做',
  openOf: (text: string) => `重新做：${text}`,
  keepOf: (text: string) => `不用重做：${text}`,
  opened: '要重新报完成',
  kept: '仍算完成',
  onNeeded: '请先选日期',
  choose: '选日期',
  documentNumber: '上级文件的文号',
  documentNeeded: '请先填上级文件的文号',
  sent: '已转入整改',
}

/** 盖章件 of a decision that was made outside. */
export const decisionWords = {
  paperLine: '盖章的决定拍照或扫描，存进卷宗。现在没有，可以不加。',
  remarks: '上级的意见（可不填）',
  sent: { approveCloseOut: '已录入批准决定', recordUpper: '已录入，任务办结' },
  lost: (count: number) => `已记下，${count}份附件在手机上找不到，没有送出`,
}

/** 回头看. */
export const recheckWords = {
  title: '回头看',
  line: '不提前说，看现场还好不好。',
  old: '整改前的照片，拍时叠在镜头上',
  answers: '看到的情况',
  lasting: '没有反弹',
  relapsed: '又反弹了',
  words: '看到了什么',
  answerNeeded: '请先选有没有反弹',
  wordsNeeded: '请先写看到了什么',
  photos: '现场照片（可不附）',
  photosOfRelapse: '现场照片（至少1张）',
  photoNeeded: '又反弹了，请附一张现场照片',
  send: '记下回头看',
  sent: '已记下',
  lostFiles: (count: number) => `已记下，${count}张照片在手机上找不到，没有送出`,
}
