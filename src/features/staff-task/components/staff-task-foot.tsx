import { closeOutWords, shareWords } from '@/copy/close-out'
import { eventWords, staffTaskWords as words } from '@/copy/staff-task'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { wayTo } from '@/src/platform/navigation'
import type { StaffTask, TaskDialog } from '../staff-task'

interface StaffTaskFootProps {
  task: StaffTask
  onOpen: (dialog: TaskDialog) => void
}

type Event = StaffTask['events'][number]

/** A button for an event: it opens a sheet of that name, or a page. */
interface Step {
  readonly event: Event
  readonly text: string
  readonly opens: { readonly dialog: TaskDialog } | { readonly page: string }
  /** It goes back on what was said: nobody is urged to it, also where it is the only step. */
  readonly back?: boolean
}

const page = (event: Event, text: string, path: string): Step => ({
  event,
  text,
  opens: { page: path },
})
const sheet = (event: Event & TaskDialog, text: string): Step => ({
  event,
  text,
  opens: { dialog: event },
})

const back = (event: Event & TaskDialog, text: string): Step => ({
  ...sheet(event, text),
  back: true,
})

const assign = page('assign', words.assign, 'subpackages/office/assign')

const consult = (event: Event) => page(event, words.consult, 'subpackages/unit/consult')

const enterEvent = sheet('enterEvent', eventWords.title)

/** The next steps in the order in which they are looked for, each with what stands beside it. */
const turns: readonly (readonly [next: Step, beside?: Step])[] = [
  [sheet('signFor', words.signFor), sheet('returnAssignment', words.returnAssignment)],
  [page('submitPlan', words.submitPlan, 'subpackages/unit/plan')],
  [enterEvent],
  [sheet('signShare', shareWords.sign)],
  [page('selfCheck', closeOutWords.selfCheck, 'subpackages/unit/self-check')],
  [sheet('confirmCheck', closeOutWords.confirmCheck), sheet('denyCheck', closeOutWords.denyCheck)],
  [page('verify', closeOutWords.verify, 'subpackages/unit/verify')],
  [sheet('noticeFirst', closeOutWords.noticeFirst)],
  [sheet('publishNotice', closeOutWords.publishNotice)],
  [sheet('approveCloseOut', closeOutWords.approveCloseOut)],
  [
    sheet('recordUpper', closeOutWords.recordUpper),
    { ...sheet('recordUpper', closeOutWords.returnByUpper), opens: { dialog: 'returnByUpper' } },
  ],
  [sheet('keepClosed', closeOutWords.keepClosed), sheet('reopen', closeOutWords.reopen)],
  [sheet('recheck', closeOutWords.recheck)],
  [back('reopen', closeOutWords.reopen)],
  [
    sheet('requestCloseOut', closeOutWords.requestCloseOut),
    back('withdraw', closeOutWords.withdraw),
  ],
  [back('withdraw', closeOutWords.withdraw)],
  [assign, sheet('cancelDraft', words.cancelDraft)],
  // Not given out while villages and firms are asked.
  [consult('answerDraftOpinion')],
  [consult('sayOnDraft')],
  [{ ...assign, event: 'split' }, sheet('cancelDraft', words.cancelDraft)],
  // Before the self-check every affected village is asked what it thinks.
  [page('askVillage', words.askVillage, 'subpackages/village/asked')],
]

/** An event that was entered is corrected where nothing else is to be done. */
const turnsOf = ({ deadline }: StaffTask): typeof turns =>
  deadline.event?.entered
    ? [
        ...turns.filter(([next]) => next !== enterEvent),
        [{ ...enterEvent, text: eventWords.correct }],
      ]
    : turns

/** Villages may be asked at any time; they are worth asking once something can be seen. */
const isDue = ({ parts }: StaffTask, event: Event) =>
  event !== 'askVillage' ||
  parts.every(({ kind, doneOn }) => kind === 'occurrence' || doneOn !== null)

const turnOf = (task: StaffTask) =>
  turnsOf(task).find(([{ event }]) => task.events.includes(event) && isDue(task, event)) ?? null

/** What may be gone back on, or amended at any time, waits for nobody. */
const standing: readonly string[] = [
  'amendPlan',
  'withdrawPlan',
  'undoDone',
  'returnDone',
  'withdrawExtension',
]

/** Somebody else's turn: nothing here is this person's to do, no part and no request either. */
export const isOthersTurn = (task: StaffTask): boolean => {
  const [next] = turnOf(task) ?? []
  const shares = [...task.assignments, ...task.parts, ...task.extensions]
  return (
    (next === undefined || next.back === true) &&
    shares.every(({ events }) => events.every((event) => standing.indexOf(event) >= 0))
  )
}

/** The next step of this person on this task; nothing when it is not their turn. */
export function StaffTaskFoot({ task, onOpen }: StaffTaskFootProps) {
  const { id, events } = task
  const turn = turnOf(task)
  if (!turn) return null
  const [next, possible] = turn
  const beside = possible && events.includes(possible.event) ? possible : undefined
  const way = ({ opens }: Step) =>
    'page' in opens ? wayTo(opens.page, { id }) : { onTap: () => onOpen(opens.dialog) }
  return (
    <FootBar pair={beside !== undefined}>
      {beside && <ActionButton kind="outlined" text={beside.text} {...way(beside)} />}
      <ActionButton kind={next.back ? 'outlined' : 'filled'} text={next.text} {...way(next)} />
    </FootBar>
  )
}
