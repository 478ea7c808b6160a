import type { ReactNode } from 'react'
import { WideShell } from '@/src/components/frame/wide-shell'
import { OfficeBar } from './office-bar'
import type { ToolKey } from './tools'

interface OfficeFrameProps {
  current: ToolKey
  children: ReactNode
}

/** The frame of the pages that have a layout of their own on a wide screen. */
export const OfficeFrame = ({ current, children }: OfficeFrameProps) => (
  <WideShell bar={<OfficeBar current={current} />}>{children}</WideShell>
)
