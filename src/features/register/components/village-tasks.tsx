import { View } from '@tarojs/components'
import { useState } from 'react'
import { homeWords } from '@/copy/home'
import { beijingDay } from '@/domain/calendar/day'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { Card } from '@/src/components/show/card'
import { DrillSheet } from '@/src/components/ask/drill-sheet'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo, wayToTab } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { refreshMe, useMe, useMembership } from '@/src/platform/use-me'
import { useRegionLevels } from '@/src/platform/use-region-levels'
import { PublicChip } from './public-chip'
import { dueWords, type PublicTaskRow } from './public-task-card'

/** How many tasks a section of the home page shows. */
const shown = 4

/** 我村的任务: the own village first; asks for it when it is not known. */
export function VillageTasks() {
  const { me } = useMe()
  const [choosing, setChoosing] = useState(false)
  const levels = useRegionLevels()
  const act = useAct(refreshMe)
  const membership = useMembership()
  const officer = membership?.role === 'villageOfficer'
  // A branch speaks for its own village and for no other.
  const village = officer ? membership.region : (me?.village ?? null)
  const open = () => setChoosing(true)
  const choose = (regionCode: string | undefined) =>
    regionCode && void act.run(deed('identity.setVillage', { regionCode }))
  return (
    <View>
      <SectionHead
        text={homeWords.myVillage}
        right={
          village && (officer ? village.name : <OtherVillage name={village.name} onTap={open} />)
        }
      />
      {village ? (
        <TaskRows filter={{ villageCode: village.code }} none={homeWords.noVillageTasks} />
      ) : (
        <Card rows>
          <Row
            icon="pin"
            name={homeWords.chooseVillage}
            line={homeWords.chooseVillageLine}
            onTap={() => setChoosing(true)}
          />
        </Card>
      )}
      <RefusalNote text={act.refusal} />
      <DrillSheet
        open={choosing}
        title={homeWords.chooseVillage}
        load={levels}
        onChoose={(path) => choose(path[path.length - 1]?.value)}
        onClose={() => setChoosing(false)}
      />
    </View>
  )
}

function OtherVillage({ name, onTap }: { name: string; onTap: () => void }) {
  return <TextLink text={name} go="right" onTap={onTap} />
}

/** The register's first tasks by date due. */
export function LatestTasks() {
  return (
    <View>
      <SectionHead
        text={homeWords.latest}
        right={<TextLink text={homeWords.all} go="right" {...wayToTab('register')} />}
      />
      <TaskRows filter={{}} none={null} />
    </View>
  )
}

function TaskRows({ filter, none }: { filter: { villageCode?: string }; none: string | null }) {
  const options = { keep: true, refreshOnShow: true }
  const { load } = useAction('register.listTasks', { filter }, options)
  const today = beijingDay(serverNow())
  const data = load.face === 'ready' ? load.data : null
  if (!data || (data.items.length === 0 && none === null)) return null
  return (
    <Card rows>
      {data.items.length === 0 && <View className="row sub">{none}</View>}
      {data.items.slice(0, shown).map((row) => (
        <TaskRow key={row.id} row={row} today={today} />
      ))}
    </Card>
  )
}

function TaskRow({ row, today }: { row: PublicTaskRow; today: string }) {
  return (
    <Row
      name={row.title}
      line={[row.unitName, dueWords(row, today)]}
      under={<PublicChip state={row.state} overdueDays={row.overdueDays} />}
      {...wayTo('pages/task', { id: row.id })}
    />
  )
}
