import type { IsoDay } from '@/domain/calendar/day'
import type { SettingName } from '@/domain/operations/settings-rules'
import { fullDay } from './moment'

export const settingGroups = ['desk', 'plan', 'firm', 'closing', 'public', 'remind'] as const
export type SettingGroup = (typeof settingGroups)[number]

/** A setting as a person reads it: where it stands, what it is, and what it is counted in. */
interface SettingWords {
  readonly group: SettingGroup
  readonly name: string
  readonly unit: string
}

const workday = '个工作日'
const inGroup =
  (group: SettingGroup) =>
  (name: string, unit = workday): SettingWords => ({ group, name, unit })
const desk = inGroup('desk')
const plan = inGroup('plan')
const firm = inGroup('firm')
const closing = inGroup('closing')
const open = inGroup('public')
const remind = inGroup('remind')

export const settingTexts: Readonly<Record<SettingName, SettingWords>> = {
  admitDays: desk('受理或不受理群众反映', '天'),
  assignFeedbackWorkingDays: desk('受理后交给单位'),
  answerDays: desk('受理后答复', '天'),
  answerExtensionDays: desk('答复延长一次', '天'),
  inspectionBatchDays: desk('督察交办件办结', '天'),
  secondLookWorkingDays: desk('评价“办了一半”或“没办好”后再看一次'),
  archiveUnratedDays: desk('答复后没人评价就归档', '天'),
  visitResidentWorkingDays: desk('上门看同意回访的群众'),

  consultWorkingDays: plan('村和企业对措施提意见，至少留'),
  answerDraftWorkingDays: plan('整改办答复提的意见'),
  signForWorkingDays: plan('签收'),
  reassignWorkingDays: plan('退回后改交别的单位'),
  planWorkingDays: plan('签收后报方案'),
  cityPlanWorkingDays: plan('反馈后报全市方案'),
  approvePlanWorkingDays: plan('批准或退回方案'),
  decideExtensionWorkingDays: plan('决定延期申请'),
  awaitEventDays: plan('交办后第一次问“等的事发生了没有”', '天'),
  cameraClockMinutes: plan('现场照片的时间可以差', '分钟'),
  farPhotoMetres: plan('照片离点位多远要问一句', '米'),

  timelineSilenceWorkingDays: firm('提醒企业后不回话，转协调'),
  timelineRounds: firm('商量几轮后转协调', '轮'),
  mediationWorkingDays: firm('协调到结束'),
  confirmNodeWorkingDays: firm('确认或退回企业报的完成'),
  visitWorkingDays: firm('提出入企检查后要做完'),
  recordVisitWorkingDays: firm('入企检查后记结果'),

  selfCheckWorkingDays: closing('都完成后自查'),
  requestCloseOutWorkingDays: closing('自查后申请验收'),
  nameChainWorkingDays: closing('定验收单位'),
  giveOpinionWorkingDays: closing('村里说看法'),
  summarizeOpinionsWorkingDays: closing('汇总、答复、公开看法，每一步'),
  verifyDays: closing('各级验收一共', '天'),
  confirmCheckWorkingDays: closing('第二个人确认核查'),
  approveCloseOutWorkingDays: closing('公示后决定销号'),
  firstRecheckMonths: closing('销号后第一次回头看', '个月'),
  recheckMonths: closing('以后每次回头看', '个月'),
  relapseRecheckWorkingDays: closing('群众说反弹，再看一次'),
  reopenWorkingDays: closing('发现问题后重新整改'),

  releaseCheckWorkingDays: open('公开前每一道审核'),
  publishNoticeWorkingDays: open('审核通过后发公示'),
  noticeWorkingDays: open('公示'),
  summarizeObjectionWorkingDays: open('写异议摘要'),
  objectionAdmitWorkingDays: open('受理或不受理异议'),
  objectionReplyWorkingDays: open('答复异议'),

  waitWorkingDays: remind('没人管的事，多久问一次整改办'),
  invitationDays: remind('邀请码有效', '天'),
  reminderDaysBefore: remind('到期前几天提醒', '天'),
  leaderFromDaysBefore: remind('到期前几天起也提醒单位负责人', '天'),
  overdueEveryDays: remind('逾期后每隔几天提醒', '天'),
  coordinatorFromDaysOverdue: remind('逾期几天起也提醒整改办', '天'),
  replyDaysBefore: remind('要答复的事，到期前几天提醒', '天'),
  replyOverdueEveryWorkingDays: remind('要答复的事，逾期后每隔几天提醒'),
  reportDaysBefore: remind('月报截止前几天提醒', '天'),
  reportDaysAfter: remind('月报截止后几天提醒', '天'),
  watchDaysBefore: remind('公示期满、回头看、协调前几天提醒', '天'),
  digestHour: remind('每天发汇总', '点'),
  quietFromHour: remind('晚上几点起不打扰', '点'),
  quietToHour: remind('早上几点起再发', '点'),
}

const groupNames: Readonly<Record<SettingGroup, string>> = {
  desk: '群众反映',
  plan: '交办和方案',
  firm: '企业',
  closing: '验收、销号、回头看',
  public: '公开、公示、异议',
  remind: '待办和提醒',
}

const valueText = (name: SettingName, values: readonly number[]) =>
  `${values.join('、')}${settingTexts[name].unit}`

/** 期限和提醒: the administrator's page. */
export const settingsWords = {
  title: '期限和提醒',
  line: '改了从明天起算。已经定下的日期不变。',
  group: (group: SettingGroup, count: number) => `${groupNames[group]}（${count}项）`,
  now: (name: SettingName, values: readonly number[]) => `今天按${valueText(name, values)}`,
  soon: (day: IsoDay, name: SettingName, values: readonly number[]) =>
    `${fullDay(day)}起${valueText(name, values)}`,
  label: (name: SettingName) => `${settingTexts[name].name}（${settingTexts[name].unit}）`,
  bounds: (least: number, most: number) => `可填${least}到${most}`,
  listBounds: (least: number, most: number, rising: boolean) =>
    `可填几个${least}到${most}的数，用“、”隔开，${rising ? '从小到大' : '从大到小'}`,
  outside: (bounds: string) => `这样填不行：${bounds}`,
  unfit: '和别的设置对不上：摘要要在受理异议的期限以内，汇总不能在不打扰的时间里',
  wrong: (name: SettingName) => `“${settingTexts[name].name}”填得不对，请改一下`,
  change: (name: SettingName, before: readonly number[], after: readonly number[]) =>
    `${settingTexts[name].name}：${before.join('、')} → ${valueText(name, after)}`,
  nothing: '还没有改动，改了才能保存',
  send: (count: number) => (count === 0 ? '保存' : `保存${count}项改动`),
  sent: (from: IsoDay) => `已保存，${fullDay(from)}起算`,
  confirmTitle: '这样改吗',
  confirm: '保存',
  confirmLine: (changes: readonly string[]) => `${changes.join('；')}。从明天起算，会留下记录。`,
  versions: '改动记录',
  noVersions: '还没有人改过，都按系统原来的数',
  version: (version: number, from: IsoDay) => `第${version}版，${fullDay(from)}起算`,
  made: (by: string | null, on: IsoDay | null) =>
    `${by ?? '系统管理'}${on === null ? '' : ` ${fullDay(on)}改`}`,
} as const
