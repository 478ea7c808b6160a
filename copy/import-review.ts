import { isKeyOf } from '@/domain/known'
import type { ErrorCode } from '@/contract/errors'
import type { BatchState } from '@/domain/import/batch'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import type { UnitRole } from '@/domain/organization/unit'
import { errorTexts } from './errors'
import { dayFrom, fullDay } from './moment'

/** The importer's sentences are data with half-width marks; a page sets them as Chinese text. */
const typeset = (sentence: string) =>
  sentence.replace(/,/g, '，').replace(/:/g, '：').replace(/;/g, '；').replace(/。$/, '')

/** Days of a reading as they are said: `2019-12-01 至 2020-06-30` is 2019年12月1日至2020年6月30日. */
export const readingText = (value: string) =>
  value.replace(/\d{4}-\d{2}-\d{2}/g, (day) => fullDay(day)).replace(/\s*至\s*/g, '至')

export const importWords = {
  title: '导入核对',
  start: '导入一份清单',
  lists: '导入过的清单',
  rounds: '督察轮次',
  roundsLine: '反馈日期、应有几项、由谁验收',
  empty: '还没有导入过清单',
  emptyLine: '把来文的整改清单传上来，系统逐项读出，您核对后入库。',
  more: '再看一些',
  read: (drafts: number, confirmed: number) => `读出${drafts}项，已确认${confirmed}项`,
  importedOn: (at: number, today: IsoDay) => `${dayFrom(today, beijingDay(at))}导入`,
  unsureDrafts: (count: number) => `${count}项拿不准`,
}

export const batchStateNames: Readonly<Record<BatchState, string>> = {
  parsed: '待核对',
  committing: '入库没做完',
  complete: '已入库',
  discarded: '已作废',
}

export const allConfirmed = '已核对，待入库'

export const uploadWords = {
  title: '导入一份清单',
  line: '支持 docx、xlsx、txt 和带文字的 pdf，不超过20MB。不要上传涉密文件。',
  choose: '选文件',
  chooseChat: '从聊天记录选文件',
  change: '换一个',
  fromChat: '先把文件发到微信的任一聊天里，例如“文件传输助手”。',
  round: '属于哪一轮整改',
  roundPlaceholder: '例如：省督察反馈意见整改',
  rounds: '以前用过的',
  expected: '清单应有几项（可不填）',
  expectedHint: '填了就和读出的项数比一比',
  send: '上传并读出',
  needFile: '先选文件',
  needRound: '写明属于哪一轮整改',
  size: (bytes: number) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))}KB`
      : `${(bytes / 1024 / 1024).toFixed(1)}MB`,
  wrongType: (name: string) => `“${name}”不是能读的文件。请用 docx、xlsx、txt 或带文字的 pdf`,
  oldOffice: '旧版 doc、xls 读不了，请用 WPS 或 Word 另存为 docx、xlsx',
  tooLarge: (size: string) => `文件有${size}，超过20MB。请拆成几份再导入`,
  emptyFile: '文件是空的，没有内容可读',
  preparing: '正在准备上传',
  uploading: (size: string) => `正在上传，${size}`,
  reading: '正在逐项读出，长的清单要十几秒',
}

/** Where the general sentence speaks of photos or of a form kept on the phone. */
const listErrors: Readonly<Partial<Record<ErrorCode, string>>> = {
  'CLIENT.UPLOAD_FAILED': '文件没传上去，请检查网络后再试',
  'CLIENT.OFFLINE': '没有网络，文件没传上去。连上网再试，选好的文件还在',
  'CLIENT.TIMEOUT': '网络太慢，没等到回音。选好的文件还在，请再试',
  'FILE.MISSING': '文件没传上去，请重新选',
  'FILE.CHANGED': '文件在上传时变了，请重新选',
  INTERNAL: '系统出了点问题，这份清单没有导入。请稍后再试',
}
export const uploadErrorText = (code: ErrorCode) => listErrors[code] ?? errorTexts[code]

const reviewErrors: Readonly<Partial<Record<ErrorCode, string>>> = {
  'CLIENT.OFFLINE': '没有网络，刚才定的还没存上',
  'CLIENT.TIMEOUT': '网络太慢，刚才定的可能没存上',
  'INPUT.INVALID': '填的内容放不进这一处，请换一个',
  'IMPORT.NOT_COMPLETE': '还有任务没确认，全部确认后才能入库',
}
export const reviewErrorText = (code: ErrorCode) => reviewErrors[code] ?? errorTexts[code]

const roleTexts: Readonly<Record<UnitRole, string>> = {
  lead: '牵头单位',
  responsible: '责任单位',
  supporting: '配合单位',
  supervising: '督导单位',
  accepting: '验收单位',
}

const plainNames: Readonly<Record<string, string>> = {
  number: '编号',
  upperNumber: '上级方案编号',
  parentNumber: '所属大项',
  title: '标题',
  problem: '反馈问题',
  category: '类别',
  goals: '整改目标',
  deadline: '整改时限',
  'deadline.dates': '整改时限',
  'deadline.text': '整改时限',
  'deadline.kinds': '时限种类',
  leadOfficial: '牵头领导',
  progressText: '进展情况',
  'notice.from': '公示开始日期',
  'notice.to': '公示截止日期',
}

const unitName = (path: string) => {
  const role = /^units\.(\w+)/.exec(path)?.[1]
  return isKeyOf(roleTexts, role) ? roleTexts[role] : null
}

const partNames = [
  [/^deadline\.kinds$/, '时限种类'],
  [/^deadline/, '期限'],
] as const

const measureName = (path: string) => {
  const [, at, part = ''] = /^measures\[(\d+)\]\.?(.*)$/.exec(path) ?? []
  if (at === undefined) return null
  const known = partNames.find(([pattern]) => pattern.test(part))?.[1] ?? unitName(part)
  return known ? `措施${Number(at) + 1}的${known}` : `措施${Number(at) + 1}`
}

/** Name of a place by its path, e.g. `measures[0].deadline.dates` is 措施1的期限. */
export const fieldName = (path: string): string =>
  plainNames[path] ??
  unitName(path) ??
  measureName(path) ??
  (path.startsWith('goals') ? plainNames.goals : undefined) ??
  (path.startsWith('notice') ? '公示' : '这一处')

export const reviewWords = {
  roles: roleTexts,
  unsurePlaces: (count: number) => `拿不准 ${count}处`,
  waitingDrafts: (count: number) => `待核对 ${count}项`,
  places: (count: number) => `${count}处`,
  confirmed: '已确认',
  waiting: '待核对',
  inRegister: '已入库',
  progress: (confirmed: number, drafts: number) => `共${drafts}项，已确认${confirmed}项`,
  drafts: '逐项核对',
  heading: (number: string, title: string) =>
    number && number !== title ? `${number}、${title}` : title,
  untouched: '原文，一字未改',
  legendUnread: '底纹',
  legendUnreadLine: '没归入任何一处',
  unreadPlaces: (count: number) => `原文有${count}段文字没归入任何一处，请对照原文里标出的地方`,
  legendDoubted: '波浪线',
  legendDoubtedLine: '可能读错',
  doubtedPlaces: (count: number) => `有${count}处可能读错，请对照原文`,
  doubt: (printed: string, message: string) => `“${printed}”：${typeset(message)}`,
  longSource: '原文太长，这里只显示开头一段',
  legendRead: '实线',
  legendReadLine: '已读出',
  legendUnsure: '虚线',
  legendUnsureLine: '拿不准',
  expected: (expected: number, drafts: number) =>
    expected === drafts
      ? `应有${expected}项，读出${drafts}项，数目相符`
      : `应有${expected}项，读出${drafts}项，请核对原文`,
  covered: (percent: number) => `原文${percent}%的文字已归入`,
  unreadOutside: (count: number) => `还有${count}段文字不在任何一项里`,
  compared: (added: number, changed: number, same: number) =>
    `和上一份比：新增${added}项，改动${changed}项，没变${same}项`,
  comparedWith: (fileName: string) =>
    `上一份是“${fileName}”。台账里已有的不再入库，改动和少掉的请到任务里办理。`,
  gone: (count: number) => `上一份有、这份没有的${count}项`,
  changeNames: { added: '新增', changed: '有改动', same: '没变' },
  knownSame: '台账里已有这一项，内容没变，不再入库',
  knownChanged: (count: number) => `台账里已有这一项，这份清单改了${count}处，入库时不改任务`,
  before: (words: string) => `原来：${words || '没写'}`,
  after: (words: string) => `现在：${words || '没写'}`,
  regroup: '读成了几项不对？',
  merge: '和下一项合成一项',
  mergeTitle: '和下一项合成一项？',
  mergeLine: (title: string) => `下一项是“${title}”。两项的内容都保留，要重新确认。`,
  mergeConfirm: '合成一项',
  merged: '已合成一项',
  split: '拆成两项',
  splitTitle: '从哪一行起是另一项',
  splitDone: '已拆成两项',
  decideFirst: (count: number) => `先定这${count}处`,
  nothingUnsure: '没有拿不准的地方',
  compareFirst: (count: number) => `先对照这${count}处原文`,
  decidedCount: (decided: number, open: number) =>
    open === 0 ? `${decided}处都定了` : `定了${decided}处，还有${open}处`,
  reason: (printed: string, reason: string) =>
    printed ? `原文“${printed}”，${typeset(reason)}` : typeset(reason),
  suggested: '建议读法',
  otherDate: '另填日期',
  otherValue: '另填',
  other: (value: string) => `另填：${readingText(value)}`,
  leaveEmpty: '先空着，问来文单位',
  leftEmpty: '先空着',
  decidedAs: (value: string) => `定为${readingText(value)}`,
  change: '改',
  date: (place: number) => (place === 0 ? '日期' : `第${place + 1}个日期`),
  chooseDate: '选日期',
  addDate: '再加一个日期',
  value: '填什么',
  take: '就填这个',
  needValue: '请先填好，再保存',
  unitsTitle: '单位',
  unitsToSee: (count: number) => `${count}个单位要看，不影响确认`,
  unitsKnown: '单位库里都有',
  known: '单位库里有',
  unknown: '单位库里没有',
  collective: '集体单位',
  unknownLine: (name: string) => `“${name}”在单位库里没有，先照原文记下；指明后，以后的清单都认得`,
  collectiveLine: (name: string) => `“${name}”是集体单位，要拆开才能交办`,
  pickUnits: '选单位',
  whichUnit: '是哪个单位',
  whichUnitOf: (name: string) => `“${name}”是哪个单位`,
  faults: '原文的问题',
  fault: typeset,
  readFields: (count: number) => `已读出${count}处`,
  unfold: '展开',
  fold: '收起',
  noneRead: '没读出',
  saving: '正在存',
  unsaved: '还没存上',
  unsavedBlocks: '刚才定的还没存上，不能确认',
  retry: '再试',
  previous: '上一项',
  next: '下一项',
  at: (place: number, all: number) => `${place}/${all}项`,
  confirm: '确认这一项',
  blockedBy: (open: number) => `还有${open}处没定，不能确认`,
  confirmedNext: '已确认，看下一项',
  toast: (number: string) => (number ? `${number}已确认` : '已确认'),
  allDone: '全部确认了，可以入库',
  openTask: '看入库后的任务',
  edit: (name: string) => `改${name}`,
  save: '保存',
  goalsLine: '一行一条目标',
  datesLine: '清单没有写日期的，可以不填',
  search: '搜单位名称',
  noUnits: '没有这个名字的单位',
  addUnit: '加一个',
  remove: (name: string) => `去掉${name}`,
  noUnit: '没有',
}

export const commitWords = {
  button: (count: number) => `全部入库，共${count}项`,
  resume: '接着入库',
  blocked: (count: number) => `还有${count}项没确认，不能入库`,
  running: (committed: number, drafts: number) => `正在入库，已入${committed}项，共${drafts}项`,
  runningLine: '中途关掉也不要紧，下次打开接着做，不会重复。',
  stopped: (committed: number, drafts: number) => `入库没做完，已入${committed}项，共${drafts}项`,
  done: (drafts: number) => `${drafts}项都已入库，现在是草稿`,
  doneLine: '下一步到台账逐项交办。交办前别的单位看不到。',
  toLedger: '去台账交办',
  discard: '作废这份清单',
  discardTitle: '作废这份清单？',
  discardConfirm: '作废',
  discardLine: '核对过的内容都不再保留，不能恢复。已入库的任务不受影响。',
  discarded: '已作废',
  discardedLine: '这份清单已作废，没有入库。',
}
