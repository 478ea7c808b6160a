import type { IsoDay } from '@/domain/calendar/day'
import { dayFrom } from './moment'

/** 反弹和屡次被反映: what draws the case officer's attention. */
export const repeatWords = {
  title: '反弹和屡犯',
  which: '看哪些',
  tasks: '反弹过的任务',
  subjects: '屡次被反映的',
  line: '只列事实和来源，是不是要查、怎么查，由案件查办专人定。',
  noTasks: '没有反弹过的任务',
  noTasksLine: '销号后又重开的，或者回头看两次发现反弹的，会列在这里。',
  noSubjects: '没有屡次被反映的',
  noSubjectsLine: '同一家单位、同一个村被受理到第三件反映，会列在这里。',
  reopened: (times: number) => (times > 0 ? `重开${times}次` : null),
  found: (times: number) => (times > 0 ? `回头看发现反弹${times}次` : null),
  lastOn: (on: IsoDay, today: IsoDay) => `最近一次：${dayFrom(today, on)}`,
  kinds: { unit: '被反映单位', village: '被反映的地方' },
  reports: (count: number) => `受理${count}件`,
  source: (number: string, on: IsoDay, today: IsoDay) => `${number}　${dayFrom(today, on)}受理`,
  sourcesLine: '反映的内容和反映人不在这里；需要时找信访受理。',
}
