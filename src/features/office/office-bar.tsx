import type { ToolKey } from './tools'

export interface OfficeBarProps {
  /** Whose way is marked; without it the one that leads to the page that is open. */
  current?: ToolKey
}

/** `office-bar.h5.tsx` draws it; a phone has its tabs. */
export const OfficeBar = (_: OfficeBarProps) => null
