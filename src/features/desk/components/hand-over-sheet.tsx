import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { deskWords as words } from '@/copy/desk'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { ListFaces } from '@/src/components/frame/list-faces'
import { NoteBlock } from '@/src/components/show/note-block'
import { Sheet } from '@/src/components/frame/sheet'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import type { Handled, NextDesk } from '../handled'
import { type AccusedUnit, AccusedUnits } from './accused-units'

interface HandOverDraft {
  readonly accused: readonly AccusedUnit[]
  readonly chosen: string | null
  readonly reason: string
}

const keyOf = ({ to }: NextDesk): string => ('membershipId' in to ? to.membershipId : to.regionCode)

/** 转交受理: whom it accuses, to whom it goes, and why. The report is another desk's then. */
export function HandOverSheet({ handled, act }: { handled: Handled; act: Acting }) {
  const feedbackId = handled.id
  const empty: HandOverDraft = { accused: handled.accused ?? [], chosen: null, reason: '' }
  const draft = useDraft(`handOverDesk.${feedbackId}`, empty)
  const { accused, chosen, reason } = draft.value
  const accusedUnitIds = useMemo(() => accused.map(({ id }) => id), [accused])
  const { load, retry } = useAction('feedback.listNextDesks', { feedbackId, accusedUnitIds })
  const desks = load.face === 'ready' ? load.data.desks : []
  const desk = desks.find((each) => keyOf(each) === chosen)
  const submit = async () => {
    if (!desk) return
    const input = { feedbackId, to: desk.to, accusedUnitIds, reason: reason.trim() }
    const following = { told: words.handedOver, then: goBack }
    if (await act.run(deed('feedback.handOverDesk', input, following))) draft.clear()
  }
  return (
    <Sheet
      open
      title={words.handOver}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.handOver}
          busy={act.busy}
          blocked={blockedBy(
            !desk && words.chooseDesk,
            !reason.trim() && words.handOverNeeded,
            tooLong(reason, maxReason),
          )}
          onTap={() => void submit()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <NoteBlock icon="lock" tone="amber">
        {words.handOverLine}
      </NoteBlock>
      <AccusedUnits accused={accused} onChange={(next) => draft.change({ accused: next })} />
      <View className="name mt3">{words.handOverTo}</View>
      <ListFaces
        load={load}
        onRetry={retry}
        skeletons={1}
        isEmpty={(data) => data.desks.length === 0}
        empty={{ icon: 'msg', title: words.noDesk, line: words.noDeskLine }}
      >
        {(data) => (
          <RadioList
            label={words.handOverTo}
            options={data.desks.map((each) => ({
              value: keyOf(each),
              text: 'membershipId' in each.to ? each.name : words.intakeOf(each.name),
              line: each.unitName,
            }))}
            value={desk ? chosen : null}
            onChange={(key) => draft.change({ chosen: key })}
          />
        )}
      </ListFaces>
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.handOverLabel}
          text={reason}
          max={maxReason}
          height={72}
          onInput={(said) => draft.change({ reason: said })}
        />
      </View>
    </Sheet>
  )
}
