import { useEffect } from 'react'
import { deskWords as words } from '@/copy/desk'
import type { ErrorCode } from '@/contract/errors'
import { AskReason } from '@/src/components/ask-reason'
import { SearchSheet } from '@/src/components/search-sheet'
import { ConfirmDialog } from '@/src/components/sheet/confirm-dialog'
import { toast } from '@/src/components/toast/toast-bus'
import { useSend } from '@/src/platform/use-send'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import { AdmitSheet } from './admit-sheet'
import { AnswerSheet } from './answer-sheet'
import { CorrectAccusedSheet } from './correct-accused-sheet'
import { HandOverSheet } from './hand-over-sheet'
import type { DeskDialog, Handled, Original } from '../handled'

interface DeskDialogsProps {
  handled: Handled
  original: Original | null
  dialog: DeskDialog | null
  onOriginal: (original: Original) => void
  onProblem: (code: ErrorCode) => void
  onDone: () => Promise<void>
  /** The report is another desk's now. */
  onGone: () => void
  onClose: () => void
}

/** Decisions that need words, a unit or a confirmation. */
export function DeskDialogs(props: DeskDialogsProps) {
  const { handled, original, dialog, onOriginal, onProblem, onDone, onGone, onClose } = props
  const feedbackId = handled.id
  const open = useSend('feedback.openOriginal')
  const decline = useSend('feedback.decline')
  const assign = useSend('feedback.assign')
  const takeBack = useSend('feedback.takeBack')
  const giveBack = useSend('feedback.returnToIntake')
  const release = useSend('feedback.releaseAnswer')
  const returnAnswer = useSend('feedback.returnAnswer')
  const units = useUnitSearch()
  const refused = [open, decline, assign, takeBack, giveBack, release, returnAnswer].find(
    ({ error }) => error,
  )
  const code = refused?.error?.code
  // The sheet closes on a refusal; the page behind it says why.
  useEffect(() => {
    if (code) onProblem(code)
  }, [code, onProblem])
  const is = (name: DeskDialog) => dialog === name
  const finish = async (done: unknown, sentence: string) => {
    if (!done) return onClose()
    toast(sentence)
    await onDone()
    return undefined
  }
  return (
    <>
      <AskReason
        open={is('openOriginal')}
        title={words.openTitle}
        label={words.openReason}
        line={words.openLine}
        max={100}
        busy={open.busy}
        onClose={onClose}
        onSend={(reason) =>
          void open.send({ feedbackId, reason }).then((found) => {
            if (found) onOriginal(found)
            onClose()
          })
        }
      />
      <AdmitSheet
        open={is('admit')}
        original={original}
        feedbackId={feedbackId}
        onDone={onDone}
        onClose={onClose}
      />
      <AskReason
        open={is('decline')}
        title={words.decline}
        label={words.declineLabel}
        busy={decline.busy}
        onClose={onClose}
        onSend={(reason) =>
          void decline.send({ feedbackId, reason }).then((done) => finish(done, words.declined))
        }
      />
      <SearchSheet
        open={is('assign')}
        title={words.assign}
        placeholder={words.search}
        none={words.noUnits}
        load={units}
        onClose={onClose}
        onChoose={({ value }) =>
          void assign
            .send({ feedbackId, unitId: value })
            .then((done) => finish(done, words.assigned))
        }
      />
      <AskReason
        open={is('returnToIntake')}
        title={words.returnToIntake}
        label={words.returnLabel}
        busy={giveBack.busy}
        onClose={onClose}
        onSend={(reason) =>
          void giveBack.send({ feedbackId, reason }).then((done) => finish(done, words.returned))
        }
      />
      <AskReason
        open={is('takeBack')}
        title={words.takeBack}
        label={words.takeBackLabel}
        busy={takeBack.busy}
        onClose={onClose}
        onSend={(reason) =>
          void takeBack.send({ feedbackId, reason }).then((done) => finish(done, words.takenBack))
        }
      />
      <HandOverSheet
        open={is('handOverDesk')}
        handled={handled}
        onDone={onGone}
        onClose={onClose}
      />
      <CorrectAccusedSheet
        open={is('correctAccused')}
        handled={handled}
        onDone={onDone}
        onClose={onClose}
      />
      <AnswerSheet
        open={is('submitAnswer') || is('submitSecondAnswer')}
        second={is('submitSecondAnswer')}
        feedbackId={feedbackId}
        onDone={onDone}
        onClose={onClose}
      />
      <ConfirmDialog
        open={is('releaseAnswer')}
        title={words.release}
        confirm={words.release}
        busy={release.busy}
        onCancel={onClose}
        onConfirm={() =>
          void release.send({ feedbackId }).then((done) => finish(done, words.released))
        }
      />
      <AskReason
        open={is('returnAnswer')}
        title={words.returnAnswer}
        label={words.returnAnswerLabel}
        busy={returnAnswer.busy}
        onClose={onClose}
        onSend={(reason) =>
          void returnAnswer
            .send({ feedbackId, reason })
            .then((done) => finish(done, words.answerReturned))
        }
      />
    </>
  )
}
