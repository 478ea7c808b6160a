import type { TimelineState } from '@/domain/timeline/timeline'

export const timelineStateNames: Readonly<Record<TimelineState, string>> = {
  proposed: '待企业回复',
  countered: '待单位回复',
  agreed: '已商定',
  referred: '整改办协调中',
  mediated: '待双方签认',
  notAgreed: '未达成一致',
}

/** Stands on top of every page of it. */
export const timelineReassurance = '商定不代表承认违法，也不免除法律责任'
