import type { IsoDay } from '@/domain/calendar/day'
import type { OpinionState, OpinionVoice } from '@/domain/opinion/opinion'
import type { Satisfaction } from '@/domain/opinion/satisfaction'
import type { MatterSide, SummaryState } from '@/domain/opinion/summary'
import { dayFrom, dueDay, fullDay } from './moment'

export const satisfactionNames: Readonly<Record<Satisfaction, string>> = {
  satisfied: '满意',
  half: '一半满意',
  unsatisfied: '不满意',
}

export const voiceNames: Readonly<Record<OpinionVoice, string>> = {
  resident: '村民',
  branch: '村党支部',
  committee: '村民委员会',
  visit: '上门听到的',
}

export const opinionStateNames: Readonly<Record<OpinionState, string>> = {
  asked: '还没说',
  given: '已说',
  notInvolved: '不涉及本村',
}

/** 说看法, to villagers: plain words, one question. */
export const opinionWords = {
  title: '说说您的看法',
  ask: '这件事办得怎么样？',
  unit: (name: string) => `办理：${name}`,
  said: '想说两句',
  mayBeEmpty: '可以不说',
  placeholder: '哪里好、哪里还不行',
  sentVoice: '上次送出的录音',
  removeVoice: '不要这段录音',
  voiceLost: '已送出，录音没送上去，请重新说一遍',
  promise: '办理单位看不到您是谁，也看不到原话，只看到归纳后的意见。',
  promiseAnswer: '不满意的，要书面答复。',
  chooseFirst: '先选一个，再送出',
  visitAsk: '要不要督导组来听您当面说？',
  visitNo: '不用',
  visitYes: '可以来',
  visitPhone: '您的电话',
  visitPhoneHint: '只有督导组看得到，见过以后就删掉',
  visitPhoneNeeded: '先填电话，或者选“不用”',
  visitLine:
    '督导组不是办理单位的人，会先打电话。怕邻居看见，可以约在别处，或者只在电话里说。不想见了，改成“不用”就行。',
  visited: (day: IsoDay, today: IsoDay) => `督导组${dayFrom(today, day)}听您说过了。`,
  send: '送出',
  change: '改成这样',
  sent: '已送出',
  mine: (day: IsoDay, today: IsoDay, village: string) =>
    `您${dayFrom(today, day)}替${village}说过。到公示最后一天都可以改，以最后一次为准。`,
  /** 归纳 and answers stand above: a word that is changed after them is not lost. */
  afterSummary: '归纳以后再改的，公示期满时再归纳一次，不满意的再书面答复。',
  noVillageTitle: '您住在哪个村？',
  noVillageLine: (villages: string) => `这件事问的是${villages}的村民。选了您的村才能说看法。`,
  otherVillageLine: (villages: string) => `这件事问的是${villages}的村民，和您选的村不一样。`,
  chooseVillage: '选我住的村',
  changeVillage: '选错了，改我住的村',
  ownCauseLine: '您在办这件事的单位任职，不作为村民评价。看到问题仍然可以反映。',
  notResidentLine: '您现在是单位身份。村民说看法，先换成群众身份。',
  switchIdentity: '去“我的”换身份',
  closedLine: '现在不在说看法的时间。有话想说，可以反映。',
  report: '反映一个问题',
} as const

/** 支部、村委会说看法. */
export const collectiveWords = {
  title: '村里看法',
  actingFor: '现在代表',
  onPaper: (name: string) => `按纸质意见代录：${name}`,
  noUnit: (village: string, voice: OpinionVoice) => `${village}${voiceNames[voice]}`,
  due: (day: IsoDay, today: IsoDay, provisional: boolean) => dueDay(day, today, provisional),
  notInvolvedAsk: '和本村没有关系？',
  notInvolvedLine: '点一下就行，不用开会',
  notInvolved: '不涉及',
  notInvolvedSaid: '已记为不涉及本村',
  meeting: '开会',
  meetingOn: '哪天开的',
  chooseDay: '选日期',
  day: fullDay,
  present: '到会几人',
  presentHint: '填人数',
  minutes: '会议记录，拍一张',
  opinion: '大家的意见',
  words: '大家怎么说',
  apart: '别人怎么说，这里看不到。各说各的，互不影响。',
  dayNeeded: '先选哪天开的会',
  presentNeeded: '先填到会几人',
  minutesNeeded: '先拍会议记录',
  satisfactionNeeded: '先选大家的意见',
  send: '送出意见',
  sendAgain: '改成这样',
  sent: '已送出',
  filesLost: '有照片没送上去，请重新拍会议记录',
  said: (day: IsoDay, today: IsoDay) => `${dayFrom(today, day)}说的，到公示最后一天都可以改`,
  closed: '说看法的时间已过，不能再改',
  hidden: '村里自己说了，这里不显示内容',
} as const

/** 村里看法 of one task: who was asked, who has spoken. */
export const askedWords = {
  title: '村里看法',
  line: '支部、村委会和村民各说各的。这里只看谁说了，不看说了什么。',
  ask: '请村里说看法',
  askLine: (villages: string) => `还没问：${villages}`,
  asked: '已请村里说看法',
  none: '还没有请村里说看法',
  noneLine: '责任单位请村里说看法后，这里会看到谁说了、谁还没说。',
  overdue: (days: number) => `超期${days}天`,
  due: dueDay,
  onPaper: '按纸质意见录入',
  own: '去说看法',
  visit: (village: string) => `上门听${village}说`,
  summary: '看法归纳和答复',
  visitLine: '过了期限没有回音的村，两个人上门听。',
} as const

/** 上门听村里说, by two persons. */
export const visitWords = {
  title: '上门听村里说',
  on: '哪天去的',
  village: (name: string) => `去${name}`,
  notNow: '这个村还在说看法的期限里，或者已经听过了，眼下不用上门。',
  seeAsked: '看谁说了',
  companion: '同去的人',
  met: '见了谁',
  metHint: '如：村民三户、村医一人',
  said: '他们怎么说',
  minutes: '记录，拍一张',
  line: '说的话只有信访受理看得到，办理单位看不到。',
  dayNeeded: '先选哪天去的',
  companionNeeded: '先填同去的人，要两个人去',
  metNeeded: '先填见了谁',
  saidNeeded: '先写他们怎么说',
  minutesNeeded: '先拍一张记录',
  send: '记下这次上门',
  sent: '已记下',
} as const

/** 上门听村民说: an inspector, and somebody who agreed to it. */
export const residentVisitWords = {
  title: '上门听村民说',
  line: '这位村民不满意，同意督导组上门。先打电话，约在哪里由村民定。不要和办理单位的人同去，也不要告诉他们是谁。',
  due: (day: IsoDay, today: IsoDay, provisional: boolean) => dueDay(day, today, provisional),
  lookLine: '看一次，记一次。',
  look: '看电话和原话',
  village: '住在',
  phone: '电话',
  call: '打电话',
  noWords: '没有写原话',
  on: '哪天见的',
  heard: '村民怎么说',
  heardHint: '不写姓名、住处',
  dayNeeded: '先选哪天见的',
  heardNeeded: '先写村民怎么说',
  send: '记下这次上门',
  sent: '已记下，电话已删掉',
  made: (day: IsoDay, today: IsoDay) => `${dayFrom(today, day)}去过了，电话已删掉。`,
  over: '现在不用去了：村民改了主意，或者这一轮已经结束。',
} as const

export const summaryStateNames: Readonly<Record<SummaryState, string>> = {
  toSummarize: '等信访受理归纳',
  toAnswer: '等责任单位答复',
  toRelease: '等整改办发出',
  released: '已发出',
}

/** 看法归纳, its answers and its release. */
export const summaryWords = {
  title: '看法归纳和答复',
  sides: { collective: '支部和村委会', residents: '村民' } satisfies Record<MatterSide, string>,
  line: '这里只有归纳，看不到谁说了什么。',
  readOriginal: '看原话（留痕）',
  readLine: '原话只有您能看，也看不到是谁说的。每看一次都记在案上。',
  nobody: '还没有人说看法',
  said: (village: string, voice: string, satisfaction: string) =>
    [village, voice, satisfaction].filter(Boolean).join('，'),
  summary: '归纳成几句',
  summaryHint: '不写能认出是谁的话',
  matters: (side: string) => `${side}不满意的事`,
  mattersHint: '一行写一件，没有就不写',
  openFirst: '先看原话，再归纳',
  summaryNeeded: '先写归纳',
  summarize: '归纳好，交单位答复',
  summarized: '已归纳',
  counts: (satisfied: number, half: number, unsatisfied: number) =>
    `村民：满意${satisfied}人，一半满意${half}人，不满意${unsatisfied}人`,
  fewCounts: '有一种看法不到5人说，怕认出是谁，人数都不列',
  matter: '不满意的事',
  none: '没有不满意的事',
  answer: '书面答复',
  notAnswered: '还没答复',
  answerNeeded: '每一件都要答复',
  sendAnswers: '交整改办',
  answered: '已交整改办',
  returnAnswers: '退回重答',
  returnReason: '为什么退回',
  returnNeeded: '先写为什么退回',
  returned: '已退回',
  returnedFor: (reason: string) => `整改办退回重答：${reason}`,
  release: '发出',
  releaseTitle: '发出归纳和答复？',
  releaseLine: '说过看法的村民马上能看到，公示时所有人能看到。',
  released: '已发出',
  turn: (state: SummaryState, until: string) =>
    [`现在${summaryStateNames[state]}`, until].filter(Boolean).join('，'),
} as const
