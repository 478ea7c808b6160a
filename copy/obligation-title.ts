import type { TitleSubject } from '@/domain/reminder/obligation-context'
import { type ObligationKind, owedKinds } from '@/domain/reminder/kinds'

/** A to-do stays within two lines. */
const longest = 40

const cut = (words: string): string =>
  words.length > longest ? `${words.slice(0, longest)}…` : words

/**
 * What a to-do and its reminder are called. A measure is named by its own words, or all of a
 * task's to-dos would read alike. A report is named by its number: neither its subject nor its
 * village may stand in a message. Before its admission it has none either: an office that hears
 * of a number which never comes to its list would know that the report accuses it.
 */
export const obligationTitle = (kind: ObligationKind, subject: TitleSubject): string => {
  if (kind === 'admitFeedback') return owedKinds[kind].name
  if (subject.thing === 'feedback') return `${owedKinds[kind].name} ${subject.number}`
  return cut(subject.part || subject.title)
}
