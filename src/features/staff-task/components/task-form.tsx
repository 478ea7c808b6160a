import { Fragment, type ReactNode } from 'react'
import type { Act } from '@/src/acting/use-act'
import { rhythmsOf } from '../rhythms'
import type { FormDialog, Part, StaffTask, TaskDialog } from '../staff-task'
import { CorrectTextSheet } from './correct-text-sheet'
import { DecisionSheet } from './decision-sheet'
import { DropShareSheet } from './drop-share-sheet'
import { EnterEventSheet } from './enter-event-sheet'
import { EvidenceSheet } from './evidence-sheet'
import { ExtendSheet } from './extend-sheet'
import { ReassignSheet } from './reassign-sheet'
import { RecheckSheet } from './recheck-sheet'
import { ReportDoneSheet } from './report-done-sheet'
import { ReworkSheet } from './rework-sheet'
import { RhythmSheet } from './rhythm-sheet'
import { SignShareSheet } from './sign-share-sheet'
import { SignSheet } from './sign-sheet'
import { TaskPointDialog } from './task-point'

interface TaskFormProps {
  task: StaffTask
  act: Act<TaskDialog>
  reload: () => Promise<void>
}

interface Given extends TaskFormProps {
  /** The part, the unit or the duty that is meant. */
  about: string
}

const ofPart = ({ task, about }: Given, draw: (part: Part) => ReactNode): ReactNode => {
  const part = task.parts.find(({ id }) => id === about)
  return part && draw(part)
}

/** Decisions that are forms of their own; those that ask for a word or a yes are in `taskDialogs`. */
const forms: Readonly<Record<FormDialog, (given: Given) => ReactNode>> = {
  reassign: ({ task, about, act }) => <ReassignSheet {...{ task, act }} fromUnitId={about} />,
  dropShare: ({ task, about, act }) => <DropShareSheet {...{ task, act }} fromUnitId={about} />,
  signShare: ({ task, act, reload }) => <SignShareSheet {...{ task, act, reload }} />,
  signFor: ({ task, act }) => <SignSheet taskId={task.id} act={act} />,
  reportDone: (given) =>
    ofPart(given, (part) => (
      <ReportDoneSheet taskId={given.task.id} part={part} act={given.act} reload={given.reload} />
    )),
  evidence: (given) =>
    ofPart(given, (part) => (
      <EvidenceSheet taskId={given.task.id} part={part} onClose={given.act.close} />
    )),
  returnForRework: (given) => <ReworkSheet {...given} kind="returnForRework" />,
  returnByUpper: (given) => <ReworkSheet {...given} kind="returnByUpper" />,
  reopen: (given) => <ReworkSheet {...given} kind="reopen" />,
  recheck: ({ task, act, reload }) => <RecheckSheet {...{ task, act, reload }} />,
  approveCloseOut: ({ task, act, reload }) => (
    <DecisionSheet taskId={task.id} kind="approveCloseOut" {...{ act, reload }} />
  ),
  recordUpper: ({ task, act, reload }) => (
    <DecisionSheet taskId={task.id} kind="recordUpper" {...{ act, reload }} />
  ),
  changeRhythm: ({ task, act, about }) => {
    const rhythm = rhythmsOf(task).find((each) => each.about === about)
    return rhythm && <RhythmSheet taskId={task.id} {...{ rhythm, act }} />
  },
  setPoint: ({ task, act }) => <TaskPointDialog taskId={task.id} act={act} />,
  correctText: ({ task, act }) => <CorrectTextSheet {...{ task, act }} />,
  enterEvent: ({ task, act }) => <EnterEventSheet {...{ task, act }} />,
  extend: ({ task, act }) => <ExtendSheet {...{ task, act }} />,
}

const isForm = (name: TaskDialog): name is FormDialog => name in forms

/** The form that is open on the task's page, if one is. */
export function TaskForm({ task, act, reload }: TaskFormProps) {
  if (!act.open || !isForm(act.open.name)) return null
  const { name, about } = act.open
  return <Fragment key={`${name} ${about}`}>{forms[name]({ task, act, reload, about })}</Fragment>
}
