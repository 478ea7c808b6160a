import type { IsoDay } from '@/domain/calendar/day'
import { fullDay, monthDay } from './moment'
import { paperWords } from './papers/words'

interface Villages {
  readonly released: boolean
  readonly words: string
  readonly counts: Parameters<typeof paperWords.opinions.counts>[0] | null
}

/** 公示稿, on the office's desk. */
export const noticeDeskWords = {
  /** Before there is a result the text is the list's, made public for the first time, and no notice. */
  head: (title: string, missing: number, hasResult: boolean) =>
    missing > 0
      ? `${title}，${hasResult ? '公示稿' : '公开稿'}还差${missing}人审`
      : `${title}，两人都审过了`,
  line: '从台账自动写成，点带线的字看出处',
  legend: [
    { kind: '', line: '绿线', means: '台账' },
    { kind: 'check', line: '蓝线', means: '验收记录' },
    { kind: 'edited', line: '虚线', means: '人改过' },
  ],
  paper: (title: string, hasResult: boolean) => `${title}${hasResult ? '拟办结公示' : '公开稿'}`,
  draft: '（代拟稿）',
  number: '编号',
  problem: '问题',
  goals: '要求',
  due: (day: string) => `期限${day}`,
  done: '做了什么',
  allDone: (on: IsoDay) => `${fullDay(on)}全部完成`,
  who: '谁办的',
  checked: '谁查的',
  checkedBy: (level: string, unit: string, people: number, on: IsoDay) =>
    `${level}${unit && `（${unit}）`}${people}名没有参与整改的人员，${fullDay(on)}通过`,
  villages: '村里怎么说',
  /** The same words as in the papers of the case. */
  said: ({ released, words: said, counts }: Villages) =>
    released
      ? `${counts ? paperWords.opinions.counts(counts) : paperWords.opinions.few}${said}`
      : paperWords.opinions.open,
  time: '公示时间',
  between: (from: IsoDay, to: IsoDay, days: number) =>
    `${fullDay(from)}至${monthDay(to)}，${days}个工作日`,
  waits: (from: IsoDay) => `${fullDay(from)}起，跨到的年份放假安排公布后再定哪天满`,
  photos: '前后照片',
  photo: (nth: number, use: string) => `第${nth}组${use}`,
  /** One place after another, each closed. */
  joined: (text: string) => (/[。；，]$/.test(text) ? text : `${text}；`),
  source: '点中的这处，出自',
  from: (source: string) => `出自${source}`,
  openSource: '打开台账原件',
  none: '还没点。点一处带线的字，这里写出处。',
  sources: {
    number: '台账：编号',
    problem: '台账：清单里的反馈问题，原文',
    goals: '台账：清单里的整改目标，原文',
    due: '台账：整改时限',
    who: '台账：交办给了谁',
    allDone: '台账：各项措施报完成的日期里最晚的一天',
    photo: (part: string) => (part ? `台账：“${part}”的完成报告，照片` : '台账：完成报告，照片'),
    villages: '村里看法的归纳，整改办已发出',
    villagesOpen: '村里看法：归纳和答复发出后写在这里',
    time: '工作日历：从公示那天起数，补班的算，放假和周末不算',
    done: (text: string, on: IsoDay) => `台账：“${text}”的完成报告，${fullDay(on)}`,
    check: (level: string, on: IsoDay) => `${level}验收记录，${fullDay(on)}`,
  },
  checks: '两人审查',
  checksLine: '逐处看，不能同一人',
  secrecy: '保密审查',
  openness: '公开审查',
  /** A check is of the whole text: all of its places, or it lapses. */
  passed: (places: number, on: IsoDay) => `${places}处都审过，${fullDay(on)}通过`,
  secrecyWaits: (places: number) => `等整改办审，共${places}处`,
  opennessWaits: (places: number) => `等宣传审，共${places}处`,
  /** 逐处看. */
  readHead: '逐处看',
  readLine: '点一处带线的字，看它出自哪里，就记下看过。全部看过才能审。',
  readText: (text: string) => `✓${text}`,
  readLabel: (text: string, isRead: boolean) => `${isRead ? '看过' : '没看'}：${text}`,
  readSoFar: (read: number, left: number) =>
    left > 0 ? `看了${read}处，还有${left}处` : `${read}处都看过，还没审`,
  readLeft: (left: number) => `还有${left}处没看，不能审`,
  opennessLeft: (left: number) =>
    left > 0 ? `公开审查还有${left}处，不能发布` : '公开审查还没通过，不能发布',
  urge: '催一下',
  urged: '已催，对方马上收到通知',
  urgedToday: '今天催过了',
  urgeTomorrow: '今天催过了，明天可以再催',
  edit: '改文字',
  editLabel: '写成什么',
  editLine: '只改公示稿，台账不变。改了以后，保密审查和公开审查都要重来。',
  editNeeded: '请先写文字',
  editSame: '还没有改动，改了才能保存',
  edited: '已改，等两人重审',
  editedHead: (count: number) => `人改过${count}处`,
  editedFrom: (was: string) => (was ? `原来写“${was}”` : '原来是空的'),
  restore: '改回原文',
  restoreOf: (place: string) => `${place}改回原文`,
  restored: '已改回台账的原文',
  placeName: (place: string) =>
    place === 'problem' ? '问题' : place.startsWith('goal') ? '要求' : '做了什么',
  changed: '改一个字，两人都要重审',
  objections: '异议',
  noObjections: '没有没办完的异议',
  allObjections: '全部异议',
  publicPage: '看群众看到的样子',
  word: '导出Word',
  publish: '发公示',
  toTask: '看这件任务',
}

/** 整改前后 that go with a notice. */
export const noticePhotoWords = {
  head: (count: number) => (count === 0 ? '整改前后照片' : `整改前后照片，${count}组随公示公开`),
  choose: '选照片',
  none: '没有选，公示里不放照片',
  noPairs: '完成报告里没有成对的整改前后照片',
  line: '选要给群众看的。照片里不要有人脸、门牌、车牌和单位的商业秘密。改了以后，保密审查和公开审查都要重来；正在公示的，重审后公示期重新算。',
  nth: (nth: number) => `第${nth}组放进公示`,
  flagged: '没有通过微信的内容检查，不能公示',
  save: (count: number) => (count === 0 ? '公示里不放照片' : `公示里放这${count}组`),
  same: '和现在选的一样，没有要改的',
  tooMany: (most: number) => `最多放${most}组，请去掉几组`,
  chosen: '已选好，等两人重审',
}
