import type { IsoDay } from '@/domain/calendar/day'
import type { Counts } from '@/domain/opinion/satisfaction'
import type { EvidenceUse } from '@/domain/task/case-evidence'
import { fullDay } from '../moment'

const photoNames = { before: '整改前', after: '整改后' } as const

/** Words that stand in the fields of a paper. */
export const paperWords = {
  none: '无',
  no: '未定',
  notDone: '未完成',
  noProofNamed: '没有写明',
  proofOf: (unit: string, proof: string) => `${unit}：${proof}`,
  passed: (isPassed: boolean) => (isPassed ? '通过' : '退回再改'),
  notMade: '未入企核查',
  ownWork: (body: string) => `${body}（也是本任务的责任单位）`,
  former: (text: string) => `${text}（已作废，留存）`,
  /** Handed in for something that is not asked for any more. */
  earlierPart: '以前的整改要求',
  /** Where the photos of a re-check were taken. */
  afterClosing: '办结以后的现场',
  decided: '销号决定',
  selfChecked: '办结前自查',
  secret: (name: string) => `${name}（商业秘密，不随卷）`,
  photo: '照片',
  use: {
    ...photoNames,
    paper: '材料',
    signOff: '负责人签字件',
    check: '验收现场',
    visit: '入企检查',
    decision: '盖章件',
    recheck: '回头看',
  } satisfies Record<EvidenceUse, string>,
  event: (seq: number) => `存证第${seq}条`,
  ledger: (field: string) => `台账“${field}”`,
  listed: '证据目录',
  figures: {
    measures: '整改措施',
    measuresDone: '已完成的措施',
    units: '有任务的单位',
    evidence: '证据',
    evidenceBytes: '证据大小（字节）',
    cycles: '整改轮次',
    extensions: '批准的延期',
    villages: '问过的村',
    heard: '说过看法的村',
    checks: '通过的验收',
    checkers: '验收人次',
    noticeDays: '公示工作日',
    rechecks: '回头看',
  },
  opinions: {
    none: '没有问村里看法。',
    open: '村里看法还没有归纳发出。',
    few: '说看法的村民人数少，不列数。',
    counts: ({ satisfied, half, unsatisfied }: Counts) =>
      `村民看法：满意${satisfied}人，一半${half}人，不满意${unsatisfied}人。`,
  },
  decision: {
    none: '还没有批准销号。',
    approved: (on: string, number: string) => `${on}批准，文号${number}。`,
    upper: (on: string, number: string) => `${on}上级答复，文号${number}。`,
  },
  notice: {
    waiting: (from: string, days: number) =>
      `${from}起公示${days}个工作日；跨到的年份放假安排还没公布，公布后再定哪天满。`,
    period: (from: string, last: string, days: number) =>
      `${from}至${last}，${days}个工作日，放假和周末不算。`,
    none: '还没有公示。',
    noVillages: '公示前没有归纳发出的看法。',
    photo: (use: 'before' | 'after', on: IsoDay | null) =>
      on === null ? photoNames[use] : `${photoNames[use]}，${fullDay(on)}`,
  },
  files: {
    sheet: '1-卷宗.docx',
    notice: '2-公示.docx',
    chain: '3-存证.json',
    checked: '4-证据核对.txt',
    folder: '证据',
  },
  same: '一致',
  differs: '不符',
} as const
