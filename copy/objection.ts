import type { ObjectionGround, ObjectionState } from '@/domain/objection/objection'
import type { IsoDay } from '@/domain/calendar/day'
import { dayFrom } from './moment'

export const groundNames: Readonly<Record<ObjectionGround, string>> = {
  notInPlace: '没整改到位',
  untrue: '材料不实',
  other: '别的',
}

/** 提出异议, as residents read it. */
export const objectionWords = {
  title: '提出异议',
  lodge: '提出异议',
  mine: '提过异议的，在这里看答复',
  ground: '哪里不对',
  groundNeeded: '先选哪里不对',
  said: '看到了什么',
  placeholder: '比如：下雨后坡脚还有黑水流进沟里',
  saidNeeded: '写一句，或按住说一句',
  contact: '怎么联系您',
  contactHint: '您的电话',
  contactNeeded: '留个电话，才能答复您',
  contactWrong: '电话号码不对，请看一下',
  sealed: '电话和原话只有受理专人能看，每次查看都留痕',
  promise: '3个工作日内告诉您受不受理，受理后15个工作日内答复。没有结论，不办结。',
  late: '公示期满才送到的，按群众反映办理，一样答复您。',
  send: '送出异议',
  sent: '异议已送到',
  becameReport: '已按群众反映办理',
  becameReportLine: {
    late: (number: string) =>
      `送到时公示期已满，不能算异议。您的话没有丢，已转为群众反映，编号${number}。`,
    noContact: (number: string) =>
      `没有留电话，不能算异议。您的话没有丢，已转为群众反映，编号${number}。`,
  },
  seeReport: '看办到哪了',
  closed: '现在不在公示期，不能提异议。还有话想说，可以在这件任务下反映。',
  notResident: '您现在用的是工作身份。换成群众身份再提。',
  ownCause: '您在办这件事的单位或涉及的企业任职，不能对自己的事提异议。',
  report: '在这件任务下反映',
  switchIdentity: '去换身份',
  yours: '您提的异议',
  lodgedOn: (on: IsoDay, today: IsoDay) => `${dayFrom(today, on)}提出`,
  reply: '整改办答复',
  states: {
    lodged: (due) => `已送到，${due}告诉您受不受理`,
    admitted: (due) => `已受理，${due}答复您`,
    dismissed: () => '不予受理',
    upheld: () => '异议成立，已退回重新整改',
    rejected: () => '异议不成立',
  } satisfies Record<ObjectionState, (due: string) => string>,
}
