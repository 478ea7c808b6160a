import type { SigningSide, TimelineState } from '@/domain/timeline/timeline'

const stateNames: Readonly<Record<Exclude<TimelineState, 'proposed' | 'countered'>, string>> = {
  agreed: '已商定',
  referred: '整改办协调中',
  mediated: '待双方签认',
  notAgreed: '未达成一致',
  ended: '已结束',
}

/** An open offer is named by whom it waits for: either side may have made it. */
export const timelineStateName = (state: TimelineState, awaits: SigningSide | null): string => {
  if (state === 'proposed' || state === 'countered')
    return awaits === 'unit' ? '待单位回复' : '待企业回复'
  return stateNames[state]
}

/** Stands on top of every page of it. */
export const timelineReassurance = '商定不代表承认违法，也不免除法律责任'
