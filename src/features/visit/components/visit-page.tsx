import { maxDissent } from '@/contract/enterprise/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { firmVisitWords as words } from '@/copy/visit'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { type Act, useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { StateChip } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { goBack } from '@/src/platform/navigation'
import { callPhone } from '@/src/platform/phone'
import { useAction } from '@/src/platform/use-action'
import { useMembership } from '@/src/platform/use-me'
import { visitChip } from '@/src/features/office/visit-chip'
import type { FirmVisit } from '../visit'
import { NoticeSheet } from './notice-sheet'
import { RecordForm } from './record-form'
import { VisitFacts } from './visit-facts'
import { VisitMatters } from './visit-matters'
import { VisitProgress } from './visit-progress'
import { VisitRate } from './visit-rate'

type VisitDialog = 'notify' | 'record' | 'cancel' | 'withdraw' | 'dissent'

/** One visit, as the body, the firm, or whoever asked for it reads it. */
export function VisitPage({ id }: { id: string }) {
  const isFirm = useMembership()?.role === 'enterpriseAgent'
  const title = isFirm ? words.firmTitle : words.title
  const again = { refreshOnShow: true }
  const { load, retry, reload } = useAction('enterprise.getVisit', { visitId: id }, again)
  const act = useAct<VisitDialog>(reload)
  return (
    <LoadedPage title={title} secrecy={!isFirm} load={load} retry={retry}>
      {(visit, notice) => (
        <Visit title={title} visit={visit} notice={notice} act={act} reload={reload} />
      )}
    </LoadedPage>
  )
}

const dialogsOf = (visitId: string): Readonly<Partial<Record<VisitDialog, Dialog>>> => ({
  cancel: {
    kind: 'reason',
    title: words.cancelTitle,
    label: words.cancelLabel,
    line: words.cancelLine,
    needed: words.cancelNeeded,
    deed: (reason) =>
      deed('enterprise.cancelVisit', { visitId, reason }, { told: words.cancelled }),
  },
  withdraw: {
    kind: 'confirm',
    title: words.withdrawTitle,
    line: words.withdrawLine,
    confirm: words.withdraw,
    danger: true,
    // Who has asked for nothing more reads it no longer.
    deed: () =>
      deed('enterprise.withdrawMatters', { visitId }, { told: words.withdrawn, then: goBack }),
  },
  dissent: {
    kind: 'reason',
    title: words.dissentWrite,
    label: words.dissentLabel,
    line: words.dissentLine,
    needed: words.dissentNeeded,
    max: maxDissent,
    deed: (said) =>
      deed('enterprise.addDissent', { visitId, words: said }, { told: words.dissentTold }),
  },
})

interface VisitProps {
  title: string
  visit: FirmVisit
  notice: ReactNode
  act: Act<VisitDialog>
  reload: () => Promise<void>
}

/** The one thing that the body does next. */
function Foot({ visit: { events }, act }: { visit: FirmVisit; act: Act<VisitDialog> }) {
  if (events.includes('recordVisit'))
    return (
      <FootBar>
        <ActionButton text={words.write} onTap={() => act.show('record')} />
      </FootBar>
    )
  if (events.includes('notifyVisit'))
    return (
      <FootBar>
        <ActionButton text={words.notify} onTap={() => act.show('notify')} />
      </FootBar>
    )
  return null
}

function Visit({ title, visit, notice, act, reload }: VisitProps) {
  const { state, side, events } = visit
  if (act.open?.name === 'record') {
    const done = () => {
      act.close()
      void reload()
    }
    return <RecordForm title={title} visit={visit} onDone={done} />
  }
  return (
    <PageShell title={title} secrecy={side !== 'firm'} foot={<Foot visit={visit} act={act} />}>
      {notice}
      <StateChip {...visitChip(state)} />
      <View className="title mt2">{words.headline(state, visit.record?.on ?? visit.on)}</View>
      <View className="dim mb4">{visit.enterprise.name}</View>
      {!act.open && <RefusalNote text={act.refusal} />}
      {visit.isOwnWork && (
        <View className="mb3">
          <NoteBlock icon="alert" tone="amber">
            {words.ownWork}
          </NoteBlock>
        </View>
      )}
      <VisitFacts visit={visit} />
      <VisitMatters visit={visit} />
      <VisitProgress visit={visit} />
      <VisitRate visit={visit} act={act} />
      {side === 'firm' && (
        <View className="mt4">
          <NoteBlock icon="shield">
            <View>{words.refuse}</View>
            <View className="mt1">{words.nobodyElse}</View>
          </NoteBlock>
        </View>
      )}
      <View className="between mt3">
        {events.includes('addDissent') && (
          <TextLink lead="edit" text={words.dissentWrite} onTap={() => act.show('dissent')} />
        )}
        {side === 'firm' && (
          <TextLink lead="phone" text={words.call} onTap={() => callPhone('12345')} />
        )}
        {events.includes('correctVisit') && (
          <TextLink lead="edit" text={words.correct} onTap={() => act.show('notify')} />
        )}
        {events.includes('cancelVisit') && (
          <TextLink text={words.cancel} onTap={() => act.show('cancel')} />
        )}
        {events.includes('withdrawMatters') && (
          <TextLink text={words.withdraw} onTap={() => act.show('withdraw')} />
        )}
      </View>
      {act.open?.name === 'notify' && <NoticeSheet visit={visit} act={act} />}
      <ActDialogs act={act} thing={visit.id} dialogs={dialogsOf(visit.id)} />
    </PageShell>
  )
}
