import { maxWithholding } from '@/contract/task/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { noticeDeskWords } from '@/copy/notice-desk'
import { releaseWords as words } from '@/copy/staff-task'
import { type ReleasableTaskField, releasableTaskFields } from '@/domain/release/release'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { LoadedPage } from '@/src/acting/loaded-page'
import { NoticeCalendar } from '@/src/acting/notice-calendar'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { TextLink } from '@/src/components/tap/text-link'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import { useMembership } from '@/src/platform/use-me'
import { useWide } from '@/src/platform/use-wide'
import { NoticeDeskWide } from './notice-desk-wide'
import { useReading } from '../hooks/use-reading'
import { NoticeSheet } from './notice-sheet'
import { NoticePhotos } from './notice-photos'
import { ReleaseFields } from './release-fields'
import type { Preview } from '../public-lines'
import { PublicText, WithheldNote } from './release-text'

const nothing: { readonly leftOut: readonly ReleasableTaskField[] } = { leftOut: [] }

/** The exact public text, and the check of the one who reads it. Two persons, two buttons. */
export function ReleasePage({ id }: { id: string }) {
  const { load, retry, reload } = useAction('task.previewRelease', { taskId: id })
  const isOffice = useMembership()?.role === 'coordinator'
  const isDesk = useWide() && isOffice
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(preview, notice) => <Check {...{ id, preview, notice, isDesk, reload }} />}
    </LoadedPage>
  )
}

interface CheckProps {
  id: string
  preview: Preview
  /** Says that the last load failed. */
  notice: ReactNode
  /** On the office's wide screen. */
  isDesk: boolean
  reload: () => Promise<void>
}

function Check({ id, preview, notice, isDesk, reload }: CheckProps) {
  const act = useAct<'withholdRelease'>(reload)
  const toRead = useReading(id, preview, reload)
  const draft = useDraft(`release.${id}`, nothing)
  const publisher = preview.check === 'openness'
  const checked = (publisher ? preview.opennessOn : preview.secrecyOn) !== null
  const isPublic = preview.secrecyOn !== null && preview.opennessOn !== null
  const reading = checked ? null : toRead
  const leftOut = checked ? [] : draft.value.leftOut
  const record = deed(
    publisher ? 'task.checkOpenness' : 'task.checkSecrecy',
    {
      taskId: id,
      fields: releasableTaskFields.filter((field) => !leftOut.includes(field)),
      digest: preview.digest,
    },
    {
      told: ({ released }) =>
        released ? words.released : publisher ? words.opennessDone : words.secrecyDone,
      then: goBack,
    },
  )
  const check =
    checked || preview.check === null ? null : (
      <ActionButton
        text={publisher ? words.openness : words.secrecy}
        busy={act.busy}
        blocked={reading && reading.left > 0 ? noticeDeskWords.readLeft(reading.left) : null}
        onTap={() => void act.run(record, draft)}
      />
    )
  const told = (
    <>
      {notice}
      {!act.open && <RefusalNote text={act.refusal ?? reading?.refusal ?? null} />}
      <WithheldNote preview={preview} />
    </>
  )
  const choices = (
    <>
      {!checked && preview.check !== null && (
        <ReleaseFields leftOut={leftOut} onChange={(next) => draft.change({ leftOut: next })} />
      )}
      {!isPublic && preview.check !== null && (
        <TextLink
          lead="x"
          text={checked ? words.takeBack : words.withhold}
          onTap={() => act.show('withholdRelease')}
        />
      )}
      <ActDialogs act={act} thing={id} dialogs={dialogsOf(id, preview, checked)} />
    </>
  )
  if (isDesk)
    return <NoticeDeskWide {...{ id, preview, choices, check, reading, reload }} notice={told} />
  return (
    <PageShell title={words.title} secrecy foot={check && <FootBar>{check}</FootBar>}>
      {told}
      <View className="mb4">
        <NoteBlock icon="eye">{words.line}</NoteBlock>
      </View>
      {preview.notice && <NoticeCalendar notice={preview.notice} />}
      {preview.task.result && <NoticeSheet {...{ id, preview, reading, reload }} />}
      <PublicText preview={preview} leftOut={leftOut} />
      <NoticePhotos {...{ id, preview, reload }} />
      {choices}
    </PageShell>
  )
}

const dialogsOf = (
  taskId: string,
  { digest }: Preview,
  checked: boolean,
): Readonly<Record<'withholdRelease', Dialog>> => ({
  withholdRelease: {
    kind: 'reason',
    title: checked ? words.takeBack : words.withhold,
    label: words.withholdLabel,
    line: words.withholdLine,
    needed: words.withholdNeeded,
    max: maxWithholding,
    deed: (reason) =>
      deed('task.withholdRelease', { taskId, digest, reason }, { told: words.withheldTold }),
  },
})
