/** What a label names: the field whose text stands behind it. */
export type LabelField =
  | 'number'
  | 'upperNumber'
  | 'title'
  | 'problem'
  | 'goals'
  | 'measures'
  | 'deadline'
  | 'responsible'
  | 'lead'
  | 'supporting'
  | 'supervising'
  | 'accepting'
  | 'supervisingAccepting'
  | 'progress'
  | 'notice'
  /** Named so that its text ends the field before it; nothing is taken from it. */
  | 'ignored'
