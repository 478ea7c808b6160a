import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { consultWords as words } from '@/copy/consult'
import { fullDay } from '@/copy/moment'
import { beijingDay } from '@/domain/calendar/day'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { DrillSheet } from '@/src/components/ask/drill-sheet'
import { DateField } from '@/src/components/ask/field/date-field'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { serverNow } from '@/src/platform/clock'
import { goBack } from '@/src/platform/navigation'
import { useDraft } from '@/src/platform/use-draft'
import { useRegionLevels } from '@/src/platform/use-region-levels'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import type { StaffTask } from '../staff-task'
import { ChosenList } from './chosen-list'
import { DraftMeasures } from './draft-measures'

interface Named {
  readonly id: string
  readonly name: string
}
interface AskingDraft {
  readonly villages: readonly Named[]
  readonly firms: readonly Named[]
  readonly dueOn: string
}

const withOne = (list: readonly Named[], one: Named) => [
  ...list.filter(({ id }) => id !== one.id),
  one,
]
const withoutOne = (list: readonly Named[], id: string) => list.filter((one) => one.id !== id)
const idsOf = (list: readonly Named[]) => list.map(({ id }) => id)

/** Whom the office asks about the draft measures, and until when. */
export function ConsultAsking({ task, notice }: { task: StaffTask; notice: ReactNode }) {
  const act = useAct()
  const [choosing, setChoosing] = useState<'village' | 'firm' | null>(null)
  const draft = useDraft<AskingDraft>(`consult.${task.id}`, {
    villages: task.villages.map(({ code, name }) => ({ id: code, name })),
    firms: task.enterprises,
    dueOn: '',
  })
  const { value, change, read } = draft
  const send = () => {
    const { villages, firms, dueOn } = read()
    const asked = { villageCodes: idsOf(villages), enterpriseIds: idsOf(firms), dueOn }
    void act.run(
      deed('task.consult', { taskId: task.id, ...asked }, { told: words.asked, then: goBack }),
      draft,
    )
  }
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        <FootBar>
          <ActionButton
            text={words.ask}
            busy={act.busy}
            blocked={blockedBy(
              value.villages.length + value.firms.length === 0 && words.nobody,
              value.dueOn === '' && words.dayNeeded,
            )}
            onTap={send}
          />
        </FootBar>
      }
    >
      {notice}
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="mb4">
        <NoteBlock icon="info">{words.askLine}</NoteBlock>
      </View>
      <ChosenList
        title={words.villages}
        items={value.villages}
        add={words.addVillage}
        onAdd={() => setChoosing('village')}
        onRemove={(id) => change({ villages: withoutOne(read().villages, id) })}
      />
      <View className="mt3">
        <ChosenList
          title={words.enterprises}
          items={value.firms}
          add={words.addEnterprise}
          onAdd={() => setChoosing('firm')}
          onRemove={(id) => change({ firms: withoutOne(read().firms, id) })}
        />
      </View>
      <View className="mt3 mb4">
        <DateField
          label={words.dueOn}
          value={value.dueOn}
          shown={value.dueOn ? fullDay(value.dueOn) : ''}
          placeholder={words.chooseDay}
          from={beijingDay(serverNow())}
          onChange={(dueOn) => change({ dueOn })}
        />
        <View className="sub">{words.dayLine}</View>
      </View>
      <DraftMeasures task={task} />
      <SearchSheet
        open={choosing === 'firm'}
        title={words.enterprises}
        placeholder={words.search}
        none={words.noUnits}
        load={useUnitSearch('enterprise')}
        onChoose={({ value: id, text: name }) =>
          change({ firms: withOne(read().firms, { id, name }) })
        }
        onClose={() => setChoosing(null)}
      />
      <DrillSheet
        open={choosing === 'village'}
        title={words.villages}
        load={useRegionLevels()}
        onChoose={(path) => {
          const last = path[path.length - 1]
          if (last)
            change({ villages: withOne(read().villages, { id: last.value, name: last.text }) })
        }}
        onClose={() => setChoosing(null)}
      />
    </PageShell>
  )
}
