import type { ReactNode } from 'react'

export interface OverlayProps {
  /** What the screen reader says when it opens. */
  title: string
  role: 'dialog' | 'alertdialog'
  place: 'bottom' | 'center' | 'full'
  /** The veil, unless `asks`; in a browser Escape too. */
  onClose: () => void
  /** Something must be answered: a tap beside it closes nothing. */
  asks?: boolean
  children: ReactNode
}
