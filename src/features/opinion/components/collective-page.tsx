import { maxOpinionWords } from '@/contract/opinion/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { collectiveWords as words, opinionWords, satisfactionNames } from '@/copy/opinion'
import { beijingDay } from '@/domain/calendar/day'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { type Act, useAct } from '@/src/acting/use-act'
import { dropFiles } from '@/src/acting/use-form-photos'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { SectionHead } from '@/src/components/frame/section-head'
import { serverNow } from '@/src/platform/clock'
import { viewPhotos } from '@/src/platform/photo-viewer'
import { useAction } from '@/src/platform/use-action'
import { useMembership } from '@/src/platform/use-me'
import { type Collective, useCollective } from '../hooks/use-collective'
import { SatisfactionChoice } from './satisfaction-choice'

/** 支部、村委会说看法, by the body itself or from paper by the office. */
export function CollectivePage({ id }: { id: string }) {
  const again = { refreshOnShow: true }
  const { load, retry, reload } = useAction('opinion.getCollective', { opinionId: id }, again)
  const act = useAct(reload)
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(opinion, notice) => <Collected {...{ opinion, notice, act, reload }} />}
    </LoadedPage>
  )
}

interface CollectedProps {
  opinion: Collective
  notice: ReactNode
  act: Act
  reload: () => Promise<void>
}

function Collected({ opinion, notice, act, reload }: CollectedProps) {
  const form = useCollective(opinion, reload)
  const { waiting } = form.delivery
  const can = opinion.events.includes('giveCollective')
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        can &&
        !waiting && (
          <FootBar>
            <ActionButton
              text={opinion.given ? words.sendAgain : words.send}
              busy={form.delivery.busy || act.busy}
              blocked={form.blocked}
              onTap={form.send}
            />
          </FootBar>
        )
      }
    >
      {notice}
      <RefusalNote text={act.refusal ?? form.delivery.refusal} />
      <Head opinion={opinion} />
      <Said opinion={opinion} />
      {waiting && <WaitingNote item={waiting} />}
      {!can && <NoteBlock icon="info">{whyClosed(opinion)}</NoteBlock>}
      {can && !waiting && (
        <View>
          <NotInvolved opinion={opinion} act={act} />
          <Form form={form} />
        </View>
      )}
    </PageShell>
  )
}

const whyClosed = ({ given, state }: Collective) =>
  given === null && state !== 'asked' ? words.hidden : words.closed

function Head({ opinion }: { opinion: Collective }) {
  const { unit, village, voice, state, dueOn, dueProvisional } = opinion
  const officer = useMembership()?.role === 'villageOfficer'
  const name = unit?.name ?? words.noUnit(village.name, voice)
  return (
    <View className="mb4">
      <View className="dim">{officer ? `${words.actingFor} ${name}` : words.onPaper(name)}</View>
      <View className="title mt1">{opinionWords.ask}</View>
      <View className="mt1">{opinion.title}</View>
      {state === 'asked' && (
        <View className="dim mt1">{words.due(dueOn, beijingDay(serverNow()), dueProvisional)}</View>
      )}
    </View>
  )
}

/** What stands now, until another word takes its place. */
function Said({ opinion: { given, state } }: { opinion: Collective }) {
  if (!given) return null
  const today = beijingDay(serverNow())
  return (
    <View className="mb4">
      <Card>
        <View className="name">
          {given.satisfaction ? satisfactionNames[given.satisfaction] : words.notInvolved}
        </View>
        {given.words !== '' && <View className="mt1">{given.words}</View>}
        {state === 'given' && given.meetingOn && (
          <View className="dim mt1">{`${words.day(given.meetingOn)}  ${given.present ?? 0}人`}</View>
        )}
        {given.minutes.length > 0 && (
          <View className="mt2">
            <PhotoRow
              photos={given.minutes.map(({ fileId, url }) => ({
                key: fileId,
                src: url,
                alt: words.minutes,
              }))}
              onView={() => viewPhotos(given.minutes.map(({ url }) => url))}
            />
          </View>
        )}
        <View className="sub mt2">{words.said(given.givenOn, today)}</View>
      </Card>
    </View>
  )
}

function NotInvolved({ opinion, act }: { opinion: Collective; act: Act }) {
  if (opinion.state === 'notInvolved') return null
  return (
    <View className="mb4">
      <Card>
        <View className="between">
          <View className="grow">
            <View className="name">{words.notInvolvedAsk}</View>
            <View className="dim">{words.notInvolvedLine}</View>
          </View>
          <ActionButton
            small
            kind="outlined"
            text={words.notInvolved}
            busy={act.busy}
            onTap={() =>
              void act.run(
                deed(
                  'opinion.sayNotInvolved',
                  { opinionId: opinion.id },
                  { told: words.notInvolvedSaid },
                ),
              )
            }
          />
        </View>
      </Card>
    </View>
  )
}

function Form({ form }: { form: ReturnType<typeof useCollective> }) {
  const { draft, typed, photos } = form
  return (
    <View>
      <RestoredNote draft={draft} onEmpty={() => dropFiles(typed.photos)} />
      <SectionHead text={words.meeting} />
      <View key={draft.generation}>
        <DateField
          label={words.meetingOn}
          value={typed.meetingOn}
          shown={typed.meetingOn ? words.day(typed.meetingOn) : ''}
          placeholder={words.chooseDay}
          until={beijingDay(serverNow())}
          onChange={(meetingOn) => draft.change({ meetingOn })}
        />
        <TextField
          label={words.present}
          kind="number"
          max={4}
          initial={typed.present}
          placeholder={words.presentHint}
          onInput={(present) => draft.change({ present })}
        />
      </View>
      <View className="name mt3 mb2">{words.minutes}</View>
      <PhotoRow {...photos} />
      <SectionHead text={words.opinion} />
      <SatisfactionChoice
        label={words.opinion}
        value={typed.satisfaction}
        onChange={(satisfaction) => draft.change({ satisfaction })}
      />
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.words}
          text={typed.words}
          max={maxOpinionWords}
          height={72}
          onInput={(text) => draft.change({ words: text })}
        />
      </View>
      <View className="mt4">
        <NoteBlock icon="eye">{words.apart}</NoteBlock>
      </View>
    </View>
  )
}
