import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { dueDay } from '@/copy/moment'
import { noticeDeskWords as words } from '@/copy/notice-desk'
import { objectionStateNames } from '@/copy/objection-staff'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import type { ReleaseCheckKind } from '@/domain/release/task-release'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import { NoticeCalendar } from '@/src/acting/notice-calendar'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { WidePane } from '@/src/components/frame/wide-shell'
import { OfficeFrame } from '@/src/features/office/office-frame'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { closeOutDialogs } from '../close-out-dialogs'
import type { Reading } from '../hooks/use-reading'
import { NoticeEdits } from './notice-edits'
import { type ChosenPiece, NoticePaper, placesIn } from './notice-paper'
import { NoticePhotos } from './notice-photos'

type Preview = ActionOutput<'task.previewRelease'>

interface NoticeDeskWideProps {
  id: string
  preview: Preview
  notice: ReactNode
  /** Which parts go out, and holding the text back. */
  choices: ReactNode
  /** The office's own check, while it is owed. */
  check: ReactNode
  /** 逐处看, while the office's own check is owed. */
  reading: Reading | null
  reload: () => Promise<void>
}

/** Mock 24: the notice, its days, who has checked it, and what was objected, on one screen. */
export function NoticeDeskWide(props: NoticeDeskWideProps) {
  const { id, preview, notice, choices, check, reading, reload } = props
  const { secrecyOn, opennessOn, places } = preview
  const all = placesIn(preview)
  const soFar = (read: number, waits: string) =>
    read > 0 ? words.readSoFar(read, places.all.length - read) : waits
  const readFor = (kind: ReleaseCheckKind): number =>
    Math.max(places[kind], preview.check === kind && reading ? reading.read.length : 0)
  return (
    <OfficeFrame current="ledger">
      <WidePane kind="main">
        {notice}
        <Draft id={id} preview={preview} reading={reading} reload={reload} />
        <View className="notice-photos">
          <NoticePhotos id={id} preview={preview} reload={reload} />
        </View>
        {choices}
      </WidePane>
      <WidePane
        kind="side"
        foot={
          check ? (
            <View className="grow">{check}</View>
          ) : (
            <Publish id={id} preview={preview} reload={reload} />
          )
        }
      >
        {preview.notice && <NoticeCalendar notice={preview.notice} />}
        <SectionHead text={words.checks} right={words.checksLine} />
        <Card rows>
          <Check
            name={words.secrecy}
            on={secrecyOn}
            waits={soFar(readFor('secrecy'), words.secrecyWaits(all))}
            places={all}
          />
          <Check
            name={words.openness}
            on={opennessOn}
            waits={soFar(readFor('openness'), words.opennessWaits(all))}
            places={all}
          />
        </Card>
        {opennessOn === null && <Urge id={id} preview={preview} reload={reload} />}
        <Objections />
      </WidePane>
    </OfficeFrame>
  )
}

type DraftProps = Pick<NoticeDeskWideProps, 'id' | 'preview' | 'reload'>

/** The text with its sources, and the ways on from it. */
function Draft({
  id,
  preview,
  reading,
  reload,
}: DraftProps & Pick<NoticeDeskWideProps, 'reading'>) {
  const [chosen, choose] = useState<ChosenPiece | null>(null)
  const missing = [preview.secrecyOn, preview.opennessOn].filter((on) => on === null).length
  return (
    <View>
      <View className="title" role="heading" aria-level={1}>
        {words.head(preview.task.title, missing, preview.task.result !== null)}
      </View>
      <View className="between mb3">
        <View className="dim">{words.line}</View>
        <View className="notice-ways">
          {words.legend.map(({ kind, line, means }) => (
            <View key={line} className="dim">
              <Text className={`notice-mark notice-mark--${kind || 'ledger'}`}>{line}</Text> {means}
            </View>
          ))}
        </View>
      </View>
      <NoticePaper {...{ preview, chosen, reading }} onChoose={choose} />
      <View className="between mt3">
        <View className="notice-ways">
          {missing === 0 && (
            <TextLink text={words.publicPage} go="right" {...wayTo('pages/task', { id })} />
          )}
          <TextLink
            text={words.word}
            go="right"
            {...wayTo('subpackages/papers/case-file', { id })}
          />
        </View>
        <View className="dim">{words.changed}</View>
      </View>
      <NoticeEdits {...{ id, preview, chosen, reload }} />
    </View>
  )
}

interface CheckProps {
  name: string
  on: IsoDay | null
  waits: string
  places: number
}

function Check({ name, on, waits, places }: CheckProps) {
  return (
    <Row
      icon={on ? 'check' : 'clock'}
      name={name}
      line={on === null ? waits : words.passed(places, on)}
    />
  )
}

/** 催一下 to whoever owes the openness check: once a day, and it says that it was done. */
function Urge({ id, preview: { urgedOn }, reload }: DraftProps) {
  const act = useAct(reload)
  const isUrged = urgedOn === beijingDay(serverNow())
  return (
    <View className="mt3">
      <RefusalNote text={act.refusal} />
      <ActionButton
        kind="outlined"
        icon="bell"
        small
        text={isUrged ? words.urgedToday : words.urge}
        busy={act.busy}
        blocked={isUrged ? words.urgeTomorrow : null}
        onTap={() => void act.run(deed('task.urgeCheck', { taskId: id }, { told: words.urged }))}
      />
    </View>
  )
}

/** What holds notices open, the soonest first. */
function Objections() {
  const { load } = useAction('feedback.listObjections', { open: true })
  const today = beijingDay(serverNow())
  const items = load.face === 'ready' ? load.data.items : []
  return (
    <View>
      <SectionHead
        text={words.objections}
        right={<TextLink text={words.allObjections} {...wayTo('subpackages/unit/objections')} />}
      />
      {load.face === 'ready' && items.length === 0 && (
        <View className="dim">{words.noObjections}</View>
      )}
      {items.length > 0 && (
        <Card rows>
          {items.map(({ id, title, state, dueOn, dueProvisional }) => (
            <Row
              key={id}
              name={title}
              line={dueDay(dueOn, today, dueProvisional)}
              value={objectionStateNames[state]}
              {...wayTo('subpackages/unit/objection', { id })}
            />
          ))}
        </Card>
      )}
    </View>
  )
}

/** Where the task may be published now, by the same question as on its own page. */
function Publish({ id, preview: { opennessOn, places }, reload }: DraftProps) {
  const { load, reload: again } = useAction('task.get', { taskId: id })
  const act = useAct<'publishNotice'>(async () => {
    await Promise.all([again(), reload()])
  })
  const { publishNotice } = closeOutDialogs(id)
  if (load.face !== 'ready') return null
  const waits =
    opennessOn === null && places.all.length > 0
      ? words.opennessLeft(places.all.length - places.openness)
      : null
  return (
    <View className="grow">
      {waits && (
        <View className="mb3">
          <ActionButton text={words.publish} blocked={waits} onTap={() => undefined} />
        </View>
      )}
      {load.data.events.includes('publishNotice') ? (
        <ActionButton text={words.publish} onTap={() => act.show('publishNotice')} />
      ) : (
        <ActionButton
          kind="outlined"
          text={words.toTask}
          {...wayTo('subpackages/unit/task', { id })}
        />
      )}
      <ActDialogs act={act} thing={id} dialogs={{ publishNotice }} />
    </View>
  )
}
