import { maxRemarks } from '@/contract/task/limits'
import { maxPaperNumber } from '@/contract/limits'
import { View } from '@tarojs/components'
import { closeOutWords, decisionWords as words } from '@/copy/close-out'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { TextField } from '@/src/components/ask/field/text-field'
import { Sheet } from '@/src/components/frame/sheet'
import type { KeptFile } from '@/src/platform/kept-file'
import { useDraft } from '@/src/platform/use-draft'
import { useSignedPapers } from '../hooks/use-signed-papers'
import type { DecisionKind } from '../staff-task'
import { SignedPapers } from './signed-papers'

const noPapers: readonly KeptFile[] = []
const nothing = { number: '', remarks: '', papers: noPapers }

const saidBy = {
  approveCloseOut: {
    title: closeOutWords.approveCloseOut,
    label: closeOutWords.approvalLabel,
    line: closeOutWords.approvalLine,
    needed: closeOutWords.approvalNeeded,
  },
  recordUpper: {
    title: closeOutWords.recordUpper,
    label: closeOutWords.upperLabel,
    line: closeOutWords.upperLine,
    needed: closeOutWords.upperNeeded,
  },
} as const

interface DecisionSheetProps {
  taskId: string
  kind: DecisionKind
  act: Acting
  reload: () => Promise<void>
}

/** Kept on the phone until it has arrived, the signed papers with it. */
const useDecision = ({ taskId, kind, act, reload }: DecisionSheetProps) => {
  const draft = useDraft(`${kind}.${taskId}`, nothing)
  const told = (lost: number) => (lost > 0 ? words.lost(lost) : words.sent[kind])
  const signed = useSignedPapers(`task.${kind}`, draft, told, () => {
    act.close()
    void reload()
  })
  const send = () => {
    const { number, remarks } = draft.read()
    const upper = { upperDocumentNumber: number.trim(), remarks: remarks.trim(), rework: null }
    return signed.send(
      kind === 'recordUpper' ? { taskId, ...upper } : { taskId, decisionNumber: number.trim() },
    )
  }
  return { ...signed, draft, send }
}

/** 批准销号 or 上级意见: its number, what the upper level remarks, and the signed paper. */
export function DecisionSheet(props: DecisionSheetProps) {
  const { kind, act } = props
  const said = saidBy[kind]
  const form = useDecision(props)
  const { waiting, busy } = form.delivery
  const { number, remarks } = form.draft.value
  return (
    <Sheet
      open
      title={said.title}
      onClose={act.close}
      {...(!waiting && {
        foot: (
          <ActionButton
            text={said.title}
            busy={busy}
            blocked={blockedBy(
              !number.trim() && said.needed,
              tooLong(number, maxPaperNumber),
              tooLong(remarks, maxRemarks),
            )}
            onTap={() => void form.send()}
          />
        ),
      })}
    >
      {waiting ? <WaitingNote item={waiting} /> : <Decided kind={kind} form={form} />}
    </Sheet>
  )
}

interface DecidedProps {
  kind: DecisionKind
  form: ReturnType<typeof useDecision>
}

function Decided({ kind, form: { draft, delivery, papers, dropAll } }: DecidedProps) {
  const said = saidBy[kind]
  const { number, remarks, papers: kept } = draft.value
  return (
    <View>
      <RefusalNote text={delivery.refusal} />
      <RestoredNote draft={draft} onEmpty={dropAll} />
      <View className="mb3">{said.line}</View>
      <TextField
        key={`number${draft.generation}`}
        label={said.label}
        initial={number}
        max={maxPaperNumber}
        onInput={(typed) => draft.change({ number: typed })}
      />
      {kind === 'recordUpper' && (
        <View className="mt3">
          <DraftBox
            draft={draft}
            label={words.remarks}
            text={remarks}
            max={maxRemarks}
            height={72}
            onInput={(typed) => draft.change({ remarks: typed })}
          />
        </View>
      )}
      <SignedPapers line={words.paperLine} files={kept} {...papers} />
    </View>
  )
}
