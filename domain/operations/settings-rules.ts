import { addDays, beijingDay, type IsoDay } from '../calendar/day'
import type { Refusal } from '../refusal'
import type { Settings } from '../settings'
import type { SettingsRecord } from '../settings-book'

export type SettingName = Exclude<keyof Settings, 'version'>

/** Between what a value lies; a list has several, each further from the due day or each nearer. */
interface Bounds {
  readonly least: number
  readonly most: number
  readonly order?: 'falling' | 'rising'
}

const workingDays: Bounds = { least: 1, most: 60 }
const days: Bounds = { least: 1, most: 365 }
const hour: Bounds = { least: 0, most: 23 }
const daysBefore: Bounds = { least: 0, most: 90, order: 'falling' }
/** What a published rule gives at most, or at least: an office may do better and not worse. [S] */
const atMost = (most: number): Bounds => ({ least: 1, most })
const atLeast = (least: number): Bounds => ({ least, most: 60 })

/** What an administrator may set, and how far. */
export const settingBounds: Readonly<Record<SettingName, Bounds>> = {
  waitWorkingDays: workingDays,
  consultWorkingDays: workingDays,
  answerDraftWorkingDays: workingDays,
  signForWorkingDays: workingDays,
  planWorkingDays: workingDays,
  cityPlanWorkingDays: atMost(30),
  approvePlanWorkingDays: workingDays,
  reassignWorkingDays: workingDays,
  awaitEventDays: days,
  admitDays: atMost(15),
  answerDays: atMost(60),
  assignFeedbackWorkingDays: workingDays,
  answerExtensionDays: atMost(30),
  inspectionBatchDays: atMost(10),
  secondLookWorkingDays: workingDays,
  archiveUnratedDays: days,
  timelineSilenceWorkingDays: workingDays,
  timelineRounds: { least: 1, most: 10 },
  cameraClockMinutes: { least: 1, most: 120 },
  farPhotoMetres: { least: 50, most: 10_000 },
  mediationWorkingDays: workingDays,
  confirmNodeWorkingDays: workingDays,
  publishNoticeWorkingDays: workingDays,
  approveCloseOutWorkingDays: workingDays,
  firstRecheckMonths: { least: 1, most: 24 },
  recheckMonths: { least: 1, most: 36 },
  relapseRecheckWorkingDays: workingDays,
  reopenWorkingDays: workingDays,
  visitWorkingDays: workingDays,
  recordVisitWorkingDays: workingDays,
  noticeWorkingDays: atLeast(10),
  summarizeObjectionWorkingDays: workingDays,
  objectionAdmitWorkingDays: workingDays,
  objectionReplyWorkingDays: workingDays,
  releaseCheckWorkingDays: workingDays,
  invitationDays: { least: 1, most: 60 },
  decideExtensionWorkingDays: workingDays,
  selfCheckWorkingDays: workingDays,
  requestCloseOutWorkingDays: workingDays,
  nameChainWorkingDays: workingDays,
  giveOpinionWorkingDays: workingDays,
  visitResidentWorkingDays: workingDays,
  summarizeOpinionsWorkingDays: workingDays,
  verifyDays: days,
  confirmCheckWorkingDays: workingDays,
  reminderDaysBefore: daysBefore,
  overdueEveryDays: { least: 1, most: 30 },
  leaderFromDaysBefore: { least: 0, most: 30 },
  coordinatorFromDaysOverdue: { least: 1, most: 30 },
  replyDaysBefore: daysBefore,
  replyOverdueEveryWorkingDays: { least: 1, most: 30 },
  reportDaysBefore: daysBefore,
  reportDaysAfter: { least: 1, most: 30, order: 'rising' },
  watchDaysBefore: daysBefore,
  digestHour: hour,
  quietFromHour: hour,
  quietToHour: hour,
}

const isSettingName = (name: string): name is SettingName => name in settingBounds
export const settingNames: readonly SettingName[] = Object.keys(settingBounds).filter(isSettingName)

/** Values of a list that reminds by days. */
export const mostValues = 8

/** One setting with its value, or with the values of its list. */
export interface SettingValue {
  readonly name: SettingName
  readonly values: readonly number[]
}

/** Whether each value lies within its bounds, and those of a list in their order. */
export const isInside = ({ name, values }: SettingValue): boolean => {
  const { least, most, order } = settingBounds[name]
  if (values.some((value) => !Number.isInteger(value) || value < least || value > most))
    return false
  if (!order) return values.length === 1
  const steps = values.slice(1).map((value, index) => value - values[index]!)
  const isOrdered = steps.every((step) => (order === 'falling' ? step < 0 : step > 0))
  return values.length > 0 && values.length <= mostValues && isOrdered
}

const misfits: readonly (readonly [SettingName, (settings: Settings) => boolean])[] = [
  // A digest in the quiet hours would wait for their end.
  [
    'digestHour',
    ({ digestHour, quietFromHour, quietToHour }) =>
      quietFromHour > quietToHour
        ? digestHour >= quietFromHour || digestHour < quietToHour
        : digestHour >= quietFromHour && digestHour < quietToHour,
  ],
  // The 摘要 is made inside the days to admit.
  [
    'summarizeObjectionWorkingDays',
    (of) => of.summarizeObjectionWorkingDays > of.objectionAdmitWorkingDays,
  ],
]

/** The settings with other values. */
export const withValues = (settings: Settings, changes: readonly SettingValue[]): Settings =>
  changes.reduce(
    (changed, { name, values }) => ({
      ...changed,
      [name]: settingBounds[name].order ? values : values[0],
    }),
    settings,
  )

/** Every setting with what it is. */
export const valuesOf = (settings: Settings): SettingValue[] =>
  settingNames.map((name) => ({ name, values: [settings[name]].flat() }))

/** A setting that one version has otherwise than the one before. */
export interface SettingChange {
  readonly name: SettingName
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** What a version changed, in the order of the settings. */
export const changesBetween = (before: Settings, after: Settings): SettingChange[] =>
  settingNames
    .map((name) => ({ name, before: [before[name]].flat(), after: [after[name]].flat() }))
    .filter((change) => change.before.join() !== change.after.join())

/** The settings that would be at odds with others after a change. */
export const unfitWith = (settings: Settings, changes: readonly SettingValue[]): SettingName[] => {
  const changed = withValues(settings, changes)
  return misfits.filter(([, isUnfit]) => isUnfit(changed)).map(([name]) => name)
}

/** Why the settings may not become so, or null. */
export const whyNotChange = (
  settings: Settings,
  changes: readonly SettingValue[],
): Refusal | null => {
  const isTwice = ({ name }: SettingValue, index: number): boolean =>
    changes.findIndex((other) => other.name === name) !== index
  const wrong = changes
    .filter((change, index) => !isInside(change) || isTwice(change, index))
    .map(({ name }) => name)
  if (wrong.length > 0) return { code: 'SETTINGS.VALUE', fields: wrong }
  const unfit = unfitWith(settings, changes)
  return unfit.length > 0 ? { code: 'SETTINGS.VALUE', fields: unfit } : null
}

/** So long a process may go on with the settings that it has read. */
export const settingsHoldMs = 60_000

/** The first day on which every process knows what is changed now: tomorrow, or the day after it. */
export const inForceAfter = (now: number): IsoDay => addDays(beijingDay(now + settingsHoldMs), 1)

/** The next version. Throws nothing: ask `whyNotChange` first. */
export const nextVersion = (
  settings: Settings,
  changes: readonly SettingValue[],
  now: number,
): SettingsRecord => ({
  settings: { ...withValues(settings, changes), version: settings.version + 1 },
  inForceFrom: inForceAfter(now),
})
