import type { ObligationKind } from '@/domain/reminder/obligation'
import type { TitleSubject } from '@/domain/reminder/obligation-context'
import { obligationWords } from './obligation'

/**
 * What a to-do and its reminder are called. A report is named by its number: neither its
 * subject nor its village may stand in a message.
 */
export const obligationTitle = (kind: ObligationKind, subject: TitleSubject): string =>
  subject.thing === 'feedback' ? `${obligationWords[kind].name} ${subject.number}` : subject.title
