import { maxSiteLines } from '@/contract/documents/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { fullDay } from '@/copy/moment'
import { siteWords as words } from '@/copy/site-list'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { type Act, useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import { useSiteRows } from '../hooks/use-site-rows'
import type { StaffTask } from '../staff-task'
import { PickPoint } from './pick-point'
import { SitePreview } from './site-preview'
import { TaskGate } from './task-gate'

interface OfMeasure {
  id: string
  measureId: string
}

/** 点位清单: the like places that one measure means; typed, pasted or from Excel. */
export function SitesPage({ id, measureId }: OfMeasure) {
  const { load, retry, reload } = useAction('task.get', { taskId: id })
  const act = useAct<'pick' | 'remove'>(reload)
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) => (
        <TaskGate
          title={words.title}
          turns={task.turns}
          mayAct={task.events.includes('setSites')}
          notice={notice}
        >
          <Sites task={task} measureId={measureId} act={act} notice={notice} />
        </TaskGate>
      )}
    </LoadedPage>
  )
}

interface SitesProps {
  task: StaffTask
  measureId: string
  act: Act<'pick' | 'remove'>
  notice: ReactNode
}

function Sites({ task, measureId, act, notice }: SitesProps) {
  const ofMeasure = { taskId: task.id, measureId }
  const measure = task.measures.find(({ id }) => id === measureId)
  return (
    <PageShell title={words.title} secrecy>
      {notice}
      {!act.open && <RefusalNote text={act.refusal} />}
      <View className="title mb2">{measure?.text ?? task.title}</View>
      <View className="sub mb3">{words.line}</View>
      <Standing task={task} measureId={measureId} act={act} />
      <PickPoint {...ofMeasure} sites={sitesOf(task, measureId)} act={act} />
      <AddSites {...ofMeasure} act={act} />
      <ActDialogs
        act={act}
        thing={task.id}
        dialogs={{
          remove: {
            kind: 'confirm',
            title: words.removeTitle,
            confirm: words.remove,
            danger: true,
            deed: (name) =>
              deed(
                'task.setSites',
                { ...ofMeasure, sites: [], removed: [name] },
                { told: words.removed },
              ),
          },
        }}
      />
    </PageShell>
  )
}

const sitesOf = ({ parts }: StaffTask, measureId: string) =>
  parts.filter((part) => part.kind === 'site' && part.measureId === measureId)

/** What stands; a site that was said done stays as it is. */
function Standing({ task, measureId, act }: Omit<SitesProps, 'notice'>) {
  const sites = sitesOf(task, measureId)
  const done = sites.filter(({ doneOn }) => doneOn !== null).length
  return (
    <View>
      <SectionHead text={sites.length > 0 ? words.standing(sites.length, done) : words.none} />
      {sites.length > 0 && (
        <Card rows>
          {sites.map(({ id, text, place, unit, doneOn, hasPoint }) => (
            <Row
              key={id}
              icon={doneOn ? 'check' : 'clock'}
              name={text}
              line={[
                place,
                unit.name,
                doneOn && words.doneOn(fullDay(doneOn)),
                hasPoint && words.picked,
              ]}
              {...(!doneOn && {
                value: (
                  <View>
                    <TextLink
                      text={words.pick}
                      label={words.pickOf(text)}
                      onTap={() => act.show('pick', id)}
                    />
                    <TextLink
                      text={words.remove}
                      label={words.removeOf(text)}
                      onTap={() => act.show('remove', text)}
                    />
                  </View>
                ),
              })}
            />
          ))}
        </Card>
      )}
    </View>
  )
}

interface AddSitesProps {
  taskId: string
  measureId: string
  act: Act<'pick' | 'remove'>
}

/** Rows are read and shown; only the last button writes them. */
function AddSites({ taskId, measureId, act }: AddSitesProps) {
  const draft = useDraft(`sites.${taskId}.${measureId}`, { lines: '' })
  const reading = useSiteRows({ taskId, measureId })
  const { rows, busy } = reading
  const save = async () => {
    if (!rows) return
    const input = { taskId, measureId, sites: rows.sites, removed: [] }
    if (await act.run(deed('task.setSites', input, { told: words.saved }), draft)) reading.drop()
  }
  return (
    <View>
      <SectionHead text={words.add} />
      <RestoredNote draft={draft} />
      <View className="sub mb2">{words.typedLine}</View>
      <DraftBox
        draft={draft}
        label={words.typed}
        placeholder={words.example}
        text={draft.value.lines}
        max={maxSiteLines}
        onInput={(lines) => {
          draft.change({ lines })
          reading.drop()
        }}
      />
      <View className="mt3">
        <ActionButton
          kind="outlined"
          text={words.read}
          busy={busy}
          blocked={draft.value.lines.trim() === '' ? words.typed : null}
          onTap={() => void reading.readLines(draft.read().lines)}
        />
      </View>
      <SectionHead text={words.fromFile} />
      <View className="two">
        <ActionButton
          kind="quiet"
          icon="doc"
          text={words.template}
          onTap={() => void reading.openTemplate()}
        />
        <ActionButton
          kind="outlined"
          icon="upload"
          text={words.choose}
          busy={busy}
          onTap={() => void reading.chooseFile()}
        />
      </View>
      {busy && (
        <View className="sub mt2" role="status" aria-live="polite">
          {words.reading}
        </View>
      )}
      <View className="mt3">
        <RefusalNote text={reading.refusal} />
      </View>
      {rows && (
        <View>
          <SitePreview lines={rows.lines} />
          <View className="mt4">
            <ActionButton
              text={words.save(rows.sites.length)}
              busy={act.busy}
              blocked={rows.sites.length === 0 ? words.nothing : null}
              onTap={() => void save()}
            />
          </View>
        </View>
      )}
    </View>
  )
}
