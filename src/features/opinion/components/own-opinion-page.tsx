import { maxOpinionWords } from '@/contract/opinion/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { opinionWords as words } from '@/copy/opinion'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { DraftBox } from '@/src/acting/draft-box'
import { PhotoPairs } from '@/src/acting/photo-pairs'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { dropFiles } from '@/src/acting/use-form-photos'
import { useDelivery } from '@/src/acting/use-delivery'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import { wayTo, wayToTab } from '@/src/platform/navigation'
import { lostFiles } from '@/src/platform/outbox-item'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import { type OpinionDraft, useOwnVoice } from '../hooks/use-own-voice'
import { AskVisit, needsPhone, noVisit } from './ask-visit'
import { ChooseVillage } from './choose-village'
import { SummaryCard } from './summary-card'
import { SatisfactionChoice } from './satisfaction-choice'

type Own = ActionOutput<'opinion.getOwn'>

/** 说说您的看法: one question, in three answers; words are welcome and not asked for. */
export function OwnOpinionPage({ taskId }: { taskId: string }) {
  const { load, retry, reload } = useAction('opinion.getOwn', { taskId }, { refreshOnShow: true })
  return (
    <LoadedPage title={words.title} load={load} retry={retry}>
      {(own, notice) =>
        own.speaking === 'open' ? (
          <OpinionForm key={JSON.stringify(own.mine)} {...{ taskId, own, notice, reload }} />
        ) : (
          <CannotSpeak {...{ taskId, own, notice, reload }} />
        )
      }
    </LoadedPage>
  )
}

interface FaceProps {
  taskId: string
  own: Own
  notice: ReactNode
  reload: () => Promise<void>
}

/** 整改前后, as far as they are public: what the word is about. Nothing waits for them. */
function Shown({ taskId }: { taskId: string }) {
  const { load } = useAction('register.getTask', { taskId }, { keep: true })
  if (load.face !== 'ready' || load.data.photos.length === 0) return null
  return (
    <View className="mt4">
      <PhotoPairs pairs={load.data.photos} />
    </View>
  )
}

function Head({ taskId, own }: { taskId: string; own: Own }) {
  return (
    <View className="mb4">
      <View className="title">{words.ask}</View>
      <View className="mt1">{own.title}</View>
      {own.unitName !== '' && <View className="dim mt1">{words.unit(own.unitName)}</View>}
      <Shown taskId={taskId} />
      {own.summary && (
        <View className="mt4">
          <SummaryCard summary={own.summary} />
        </View>
      )}
    </View>
  )
}

function OpinionForm({ taskId, own, notice, reload }: FaceProps) {
  const { mine } = own
  const said: OpinionDraft = {
    satisfaction: mine?.satisfaction ?? null,
    words: mine?.words ?? '',
    visit: mine?.visit?.phone ? { may: 'yes', phone: mine.visit.phone } : noVisit,
    voice: null,
    dropsRecording: false,
  }
  const draft = useDraft<OpinionDraft>(`opinion.${taskId}`, said)
  const recording = mine?.recording ?? null
  const voice = useOwnVoice(draft, recording)
  const delivery = useDelivery('opinion.giveOwn', draft, ({ item }) => {
    toast(lostFiles(item).length > 0 ? words.voiceLost : words.sent)
    void reload()
  })
  const { satisfaction, words: typed } = draft.value
  // Drafts kept before the question was there do not answer it.
  const visit = draft.value.visit ?? noVisit
  const mayAsk = satisfaction !== null && satisfaction !== 'satisfied' && !mine?.visit?.madeOn
  const send = () => {
    const now = draft.read()
    if (now.satisfaction === null) return
    const recordingId = (!now.voice && !now.dropsRecording && recording?.fileId) || null
    const said = { taskId, satisfaction: now.satisfaction, words: now.words.trim(), recordingId }
    const { may, phone } = now.visit ?? noVisit
    const agreed = may === 'yes' && now.satisfaction !== 'satisfied'
    void delivery.send(
      { ...said, ...(agreed && { visitPhone: phone.trim() }) },
      now.voice ? { attachments: [{ file: now.voice, field: 'recordingId', many: false }] } : {},
    )
  }
  const { waiting } = delivery
  return (
    <PageShell
      title={words.title}
      foot={
        !waiting && (
          <FootBar>
            <ActionButton
              text={mine ? words.change : words.send}
              busy={delivery.busy}
              blocked={blockedBy(
                satisfaction === null && words.chooseFirst,
                tooLong(typed, maxOpinionWords),
                mayAsk && needsPhone(visit) && words.visitPhoneNeeded,
              )}
              onTap={send}
            />
          </FootBar>
        )
      }
    >
      {notice}
      <Head taskId={taskId} own={own} />
      {waiting ? (
        <WaitingNote item={waiting} />
      ) : (
        <View>
          {mine && (
            <View className="mb4" role="status">
              <NoteBlock icon="check" tone="green">
                {words.mine(mine.givenOn, beijingDay(serverNow()), mine.villageName)}
                {mine.visit?.madeOn && words.visited(mine.visit.madeOn, beijingDay(serverNow()))}
                {own.summary && <View className="mt2">{words.afterSummary}</View>}
              </NoteBlock>
            </View>
          )}
          <RestoredNote
            draft={draft}
            onEmpty={() => dropFiles(draft.value.voice ? [draft.value.voice] : [])}
          />
          <RefusalNote text={delivery.refusal} />
          <SatisfactionChoice
            label={words.ask}
            value={satisfaction}
            onChange={(value) => draft.change({ satisfaction: value })}
          />
          <View className="flex mt4 mb2">
            <View className="head">{words.said}</View>
            <View className="sub ml3">{words.mayBeEmpty}</View>
          </View>
          <DraftBox
            draft={draft}
            label={words.said}
            placeholder={words.placeholder}
            text={typed}
            max={maxOpinionWords}
            height={88}
            onInput={(text) => draft.change({ words: text })}
            voice={voice}
          />
          {mayAsk && (
            <AskVisit
              key={draft.generation}
              visit={visit}
              onChange={(part) =>
                draft.change({ visit: { ...(draft.read().visit ?? noVisit), ...part } })
              }
            />
          )}
        </View>
      )}
      <View className="mt4">
        <NoteBlock icon="lock">
          <View>{words.promise}</View>
          <View className="mt2">{words.promiseAnswer}</View>
        </NoteBlock>
      </View>
    </PageShell>
  )
}

const whyNot = ({ speaking, villages }: Own): string => {
  const named = villages.map(({ name }) => name).join('、')
  switch (speaking) {
    case 'notResident':
      return words.notResidentLine
    case 'noVillage':
      return words.noVillageLine(named)
    case 'otherVillage':
      return words.otherVillageLine(named)
    case 'ownCause':
      return words.ownCauseLine
    default:
      return words.closedLine
  }
}

/** Why not, and the way on: the own village, or a report. */
function CannotSpeak({ taskId, own, notice, reload }: FaceProps) {
  const { speaking } = own
  return (
    <PageShell title={words.title}>
      {notice}
      <Head taskId={taskId} own={own} />
      <NoteBlock icon="info">{whyNot(own)}</NoteBlock>
      <View className="mt4">
        {(speaking === 'noVillage' || speaking === 'otherVillage') && (
          <ChooseVillage
            text={speaking === 'noVillage' ? words.chooseVillage : words.changeVillage}
            reload={reload}
          />
        )}
        {speaking === 'notResident' && (
          <ActionButton
            kind="outlined"
            icon="swap"
            text={words.switchIdentity}
            {...wayToTab('mine')}
          />
        )}
        {(speaking === 'ownCause' || speaking === 'closed') && (
          <ActionButton
            kind="outlined"
            icon="edit"
            text={words.report}
            {...wayTo('pages/report', { taskId })}
          />
        )}
      </View>
    </PageShell>
  )
}
