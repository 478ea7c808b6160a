import type { ActionOutput } from '@/contract/actions'

export type FirmVisit = ActionOutput<'enterprise.getVisit'>
