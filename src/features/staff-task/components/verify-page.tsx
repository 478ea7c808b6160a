import { maxTaskWords } from '@/contract/task/limits'
import { maxPaperNumber } from '@/contract/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { levelNames } from '@/copy/chain'
import { verifyWords as words } from '@/copy/close-out'
import { dueDay, fullDay } from '@/copy/moment'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { DraftBox } from '@/src/acting/draft-box'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { WaitingNote } from '@/src/acting/waiting-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { SectionHead } from '@/src/components/frame/section-head'
import { serverNow } from '@/src/platform/clock'
import { goBack } from '@/src/platform/navigation'
import { useOldPhotos } from '../hooks/use-old-photos'
import { useSiteVisit } from '../hooks/use-site-visit'
import { StandardDispute, whyNotDispute } from './standard-dispute'
import { useVerify } from '../hooks/use-verify'
import type { SiteVisit } from '../site-visit'
import { Checkers } from './checkers'
import { LateVisit } from './late-visit'
import { MeasureSeen } from './measure-seen'
import { TaskVisits } from './task-visits'

/** 现场核查: one step of the chain, measure by measure, by two who did not do the work. */
export function VerifyPage({ id }: { id: string }) {
  const { load, retry, carried } = useSiteVisit(id)
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {({ task, visit, due }, notice) => {
        if (visit && due)
          return (
            <VerifyForm
              visit={visit}
              offline={task === null}
              notice={notice}
              onSent={() => {
                carried.clear()
                goBack()
              }}
            />
          )
        return (
          <PageShell title={words.title} secrecy>
            {notice}
            {task && visit ? (
              <LateVisit task={task} visit={visit} onDropped={carried.clear} />
            ) : (
              <NoteBlock icon="info">{words.notNow}</NoteBlock>
            )}
          </PageShell>
        )
      }}
    </LoadedPage>
  )
}

type Form = ReturnType<typeof useVerify>

interface VerifyFormProps {
  visit: SiteVisit
  offline: boolean
  notice: ReactNode
  onSent: () => void
}

const isNamed = ({ typed }: Form, { level }: SiteVisit): boolean => {
  const expert = typed.name.trim() !== '' && typed.unitName.trim() !== ''
  if (level === 'province') return expert && typed.secondName.trim() !== ''
  return typed.membershipId !== '' || expert
}

/** Why the step cannot be signed yet. */
const blockedOf = (visit: SiteVisit, form: Form) => {
  const { typed, seenOf, missed, unseen } = form
  const left = visit.measures.filter(({ id }) => seenOf(id).inPlace === null).length
  return blockedBy(
    left > 0 && words.left(left),
    missed.some(({ id }) => !seenOf(id).words.trim()) && words.missedWords,
    unseen >= 0 && words.unseen(unseen + 1),
    !isNamed(form, visit) && words.secondNeeded,
    visit.level !== 'province' && !typed.signature && words.signNeeded,
    whyNotDispute(typed),
    !typed.words.trim() && words.conclusionNeeded,
    tooLong(typed.words, maxTaskWords),
    visit.level === 'province' && !typed.paperNumber.trim() && words.paperNeeded,
    missed.length > 0 && !typed.reworkOn && words.reworkOnNeeded,
  )
}

function VerifyForm({ visit, offline, notice, onSent }: VerifyFormProps) {
  const old = useOldPhotos(visit, offline)
  const form = useVerify(visit, () => {
    old.drop()
    onSent()
  })
  const { draft, delivery, missed } = form
  const { waiting } = delivery
  return (
    <PageShell
      title={words.title}
      secrecy
      {...(!waiting && {
        foot: (
          <FootBar>
            <ActionButton
              text={missed.length > 0 ? words.return : words.pass}
              busy={delivery.busy}
              blocked={blockedOf(visit, form)}
              onTap={() => void form.send()}
            />
          </FootBar>
        ),
      })}
    >
      {notice}
      <View className="title">{visit.title}</View>
      <View className="dim mb3">
        {words.step(levelNames[visit.level])}
        {visit.due && `，${dueDay(visit.due.on, beijingDay(serverNow()), visit.due.provisional)}`}
      </View>
      {waiting ? (
        <WaitingNote item={waiting} />
      ) : (
        <View>
          <RefusalNote text={delivery.refusal} />
          <RestoredNote draft={draft} onEmpty={form.dropAll} />
          {offline && (
            <View className="mb3">
              <NoteBlock icon="nowifi" tone="amber">
                <View className="name">{words.offline}</View>
                {words.offlineLine}
              </NoteBlock>
            </View>
          )}
          <NoteBlock icon="info">{words.line}</NoteBlock>
          {!offline && <TaskVisits taskId={visit.id} mayAsk={false} />}
          <Checkers visit={visit} form={form} />
          <SectionHead text={words.each} />
          {visit.measures.map((measure, place) => (
            <MeasureSeen
              key={measure.id}
              {...{ visit, measure, place, form }}
              old={old.oldOf(measure.id)}
            />
          ))}
          <Conclusion visit={visit} form={form} />
        </View>
      )}
    </PageShell>
  )
}

function Conclusion({ visit, form: { draft, typed, missed } }: { visit: SiteVisit; form: Form }) {
  return (
    <View>
      <SectionHead text={words.conclusion} right={words.whoSigns} />
      <DraftBox
        draft={draft}
        label={words.conclusionWords}
        text={typed.words}
        max={maxTaskWords}
        height={72}
        onInput={(said) => draft.change({ words: said })}
      />
      <StandardDispute typed={typed} generation={draft.generation} onChange={draft.change} />
      {missed.length > 0 && (
        <View className="mt3">
          <DateField
            label={words.reworkOn}
            value={typed.reworkOn}
            from={beijingDay(serverNow())}
            shown={typed.reworkOn && fullDay(typed.reworkOn)}
            placeholder={words.choose}
            onChange={(day) => draft.change({ reworkOn: day })}
          />
          <View className="sub">{words.missedLine(missed.length)}</View>
        </View>
      )}
      {visit.level === 'province' && (
        <TextField
          key={`paper${draft.generation}`}
          label={words.paperNumber}
          initial={typed.paperNumber}
          max={maxPaperNumber}
          onInput={(paper) => draft.change({ paperNumber: paper })}
        />
      )}
    </View>
  )
}
