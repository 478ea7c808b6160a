import { maxHeard } from '@/contract/opinion/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { fullDay } from '@/copy/moment'
import { residentVisitWords as words, satisfactionNames } from '@/copy/opinion'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { StoredVoice } from '@/src/acting/stored-voice'
import { useAct } from '@/src/acting/use-act'
import { useDelivery } from '@/src/acting/use-delivery'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { DateField } from '@/src/components/ask/field/date-field'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { TextLink } from '@/src/components/tap/text-link'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import { callPhone } from '@/src/platform/phone'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'

type Visit = ActionOutput<'opinion.getVisit'>
type Whom = ActionOutput<'opinion.openVisit'>

const nothing = { on: '', heard: '' }

/** 上门听村民说: whom is seen after a recorded look, what was heard goes by the outbox. */
export function ResidentVisitPage({ opinionId }: { opinionId: string }) {
  const { load, retry, reload } = useAction('opinion.getVisit', { opinionId })
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(visit, notice) => <Calling {...{ opinionId, visit, notice, reload }} />}
    </LoadedPage>
  )
}

interface CallingProps {
  opinionId: string
  visit: Visit
  notice: ReactNode
  reload: () => Promise<void>
}

function Calling({ opinionId, visit, notice, reload }: CallingProps) {
  const draft = useDraft(`resident-visit.${opinionId}`, nothing)
  const delivery = useDelivery('opinion.recordVisit', draft, () => {
    toast(words.sent)
    void reload()
  })
  const today = beijingDay(serverNow())
  const { on, heard } = draft.value
  const { waiting } = delivery
  const may = visit.events.includes('recordVisit')
  const send = () => {
    const now = draft.read()
    void delivery.send({ opinionId, on: now.on, heard: now.heard.trim() }, {})
  }
  const foot = may && !waiting && (
    <FootBar>
      <ActionButton
        text={words.send}
        busy={delivery.busy}
        blocked={blockedBy(
          on === '' && words.dayNeeded,
          !heard.trim() && words.heardNeeded,
          tooLong(heard, maxHeard),
        )}
        onTap={send}
      />
    </FootBar>
  )
  return (
    <PageShell title={words.title} secrecy foot={foot}>
      {notice}
      <View className="title">{visit.title}</View>
      {may && (
        <View className="dim mt1 mb4">{words.due(visit.dueOn, today, visit.dueProvisional)}</View>
      )}
      <RefusalNote text={delivery.refusal} />
      {!may && (
        <NoteBlock icon="info">
          {visit.madeOn ? words.made(visit.madeOn, today) : words.over}
        </NoteBlock>
      )}
      {waiting && <WaitingNote item={waiting} />}
      {may && (
        <View className="mb4">
          <NoteBlock icon="lock">{words.line}</NoteBlock>
        </View>
      )}
      {visit.events.includes('openVisit') && <WhomToCall opinionId={opinionId} />}
      {may && !waiting && (
        <View className="mt4">
          <RestoredNote draft={draft} />
          <DateField
            label={words.on}
            value={on}
            shown={on ? fullDay(on) : ''}
            placeholder={words.on}
            until={today}
            onChange={(day) => draft.change({ on: day })}
          />
          <View className="name mt3 mb2">{words.heard}</View>
          <DraftBox
            draft={draft}
            label={words.heard}
            placeholder={words.heardHint}
            text={heard}
            max={maxHeard}
            onInput={(text) => draft.change({ heard: text })}
          />
        </View>
      )}
    </PageShell>
  )
}

/** Nothing of the person is on the page before somebody asks for it. */
function WhomToCall({ opinionId }: { opinionId: string }) {
  const act = useAct()
  const [whom, setWhom] = useState<Whom | null>(null)
  const look = () =>
    void act.run(deed('opinion.openVisit', { opinionId }, { then: (output) => setWhom(output) }))
  if (!whom)
    return (
      <View>
        <View className="dim mb2">{words.lookLine}</View>
        <RefusalNote text={act.refusal} />
        <ActionButton kind="outlined" icon="eye" text={words.look} busy={act.busy} onTap={look} />
      </View>
    )
  return (
    <Card rows>
      <Row name={satisfactionNames[whom.satisfaction]} line={whom.words || words.noWords} />
      <StoredVoice voice={whom.recording} />
      <Row name={words.village} value={whom.villageName} />
      <Row name={words.phone} value={whom.phone} />
      <TextLink lead="phone" text={words.call} onTap={() => callPhone(whom.phone)} />
    </Card>
  )
}
