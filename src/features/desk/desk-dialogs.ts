import { maxLookReason } from '@/contract/feedback/limits'
import { deskWords as words } from '@/copy/desk'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import type { DeskDialog, Original } from './handled'

/** Decisions with a form of their own. */
export type DeskForm =
  'admit' | 'handOverDesk' | 'correctAccused' | 'merge' | 'submitAnswer' | 'submitSecondAnswer'

/** What is asked before a decision on a report is sent. */
export const deskDialogs = (
  feedbackId: string,
  onOriginal: (original: Original) => void,
): Readonly<Record<Exclude<DeskDialog, DeskForm>, Dialog>> => ({
  openOriginal: {
    kind: 'reason',
    title: words.openTitle,
    label: words.openReason,
    line: words.openLine,
    needed: words.openNeeded,
    max: maxLookReason,
    deed: (reason) => deed('feedback.openOriginal', { feedbackId, reason }, { then: onOriginal }),
  },
  decline: {
    kind: 'reason',
    title: words.decline,
    label: words.declineLabel,
    needed: words.declineNeeded,
    deed: (reason) => deed('feedback.decline', { feedbackId, reason }, { told: words.declined }),
  },
  assign: {
    kind: 'unit',
    title: words.assign,
    deed: (unit) =>
      deed('feedback.assign', { feedbackId, unitId: unit.value }, { told: words.assigned }),
  },
  returnToIntake: {
    kind: 'reason',
    title: words.returnToIntake,
    label: words.returnLabel,
    needed: words.returnNeeded,
    deed: (reason) =>
      deed('feedback.returnToIntake', { feedbackId, reason }, { told: words.returned }),
  },
  takeBack: {
    kind: 'reason',
    title: words.takeBack,
    label: words.takeBackLabel,
    needed: words.takeBackNeeded,
    deed: (reason) => deed('feedback.takeBack', { feedbackId, reason }, { told: words.takenBack }),
  },
  extendAnswer: {
    kind: 'reason',
    title: words.extendAnswer,
    label: words.extendAnswerLabel,
    line: words.extendAnswerLine,
    needed: words.extendAnswerNeeded,
    deed: (reason) =>
      deed('feedback.extendAnswer', { feedbackId, reason }, { told: words.answerWasExtended }),
  },
  releaseAnswer: {
    kind: 'confirm',
    title: words.release,
    line: words.releaseLine,
    confirm: words.release,
    deed: () => deed('feedback.releaseAnswer', { feedbackId }, { told: words.released }),
  },
  returnAnswer: {
    kind: 'reason',
    title: words.returnAnswer,
    label: words.returnAnswerLabel,
    needed: words.returnAnswerNeeded,
    deed: (reason) =>
      deed('feedback.returnAnswer', { feedbackId, reason }, { told: words.answerReturned }),
  },
})
