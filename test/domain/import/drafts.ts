import type { DraftTask } from '@/domain/import/draft'
import { noUnits } from '@/domain/organization/unit'

/** A draft as the importer reads it, with nothing unsure. */
export const draft = (change: Partial<DraftTask> = {}): DraftTask => ({
  batchId: 'batch',
  index: 0,
  number: '一',
  upperNumber: '',
  parentNumber: '',
  title: '某镇污水直排',
  problem: '生活污水直排。',
  category: 'sewage',
  goals: [],
  units: noUnits,
  deadline: { kinds: [], dates: [], text: '' },
  measures: [],
  progressText: '',
  source: { text: '', from: 0, to: 0 },
  spans: {},
  unread: [],
  doubts: [],
  known: null,
  unsure: [],
  faults: [],
  confirmed: true,
  taskId: null,
  ...change,
})
