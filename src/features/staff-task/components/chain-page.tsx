import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { chainWords as words, closingLevelNames, levelNames } from '@/copy/close-out'
import { type AcceptanceLevel, acceptanceLevels, closingLevels } from '@/domain/task/acceptance'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { RadioList } from '@/src/components/choice/radio-list'
import { FootBar } from '@/src/components/foot-bar'
import { PageShell } from '@/src/components/page-shell'
import { Row } from '@/src/components/row'
import { SearchSheet } from '@/src/components/search-sheet'
import { SectionHead } from '@/src/components/section-head'
import { TextLink } from '@/src/components/text-link'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import type { StaffTask } from '../staff-task'

interface Chosen {
  readonly id: string
  readonly name: string
}

/** 定验收单位: which levels accept, by which unit, and which level closes. */
export function ChainPage({ id }: { id: string }) {
  const { load, retry } = useAction('task.get', { taskId: id })
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) => <ChainForm task={task} notice={notice} />}
    </LoadedPage>
  )
}

const useChain = (task: StaffTask) => {
  const { chain = [], closingLevel = 'city' } = task.closeOut ?? {}
  const draft = useDraft(`chain.${task.id}`, {
    levels: chain.map(({ level }) => level),
    units: Object.fromEntries(
      chain.flatMap(({ level, unit }) => (unit ? [[level, unit]] : [])),
    ) as Partial<Record<AcceptanceLevel, Chosen>>,
    closingLevel,
  })
  const { levels, units } = draft.value
  return {
    draft,
    units,
    levels: acceptanceLevels.filter((level) => levels.includes(level)),
    toggle: (level: AcceptanceLevel) =>
      draft.change({
        levels: levels.includes(level)
          ? levels.filter((each) => each !== level)
          : [...levels, level],
      }),
    choose: (level: AcceptanceLevel, unit: Chosen) =>
      draft.change({ units: { ...draft.read().units, [level]: unit } }),
  }
}

function ChainForm({ task, notice }: { task: StaffTask; notice: ReactNode }) {
  const { draft, levels, units, toggle, choose } = useChain(task)
  const { closingLevel } = draft.value
  const [choosing, setChoosing] = useState<AcceptanceLevel | null>(null)
  const act = useAct()
  const search = useUnitSearch()
  const unnamed = levels.find((level) => level !== 'province' && !units[level])
  const send = () => {
    const chain = levels.map((level) => ({
      level,
      unitId: level === 'province' ? null : (units[level]?.id ?? null),
    }))
    const input = { taskId: task.id, chain, closingLevel }
    return act.run(deed('task.changeChain', input, { told: words.sent, then: goBack }), draft)
  }
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        <FootBar>
          <ActionButton
            text={words.send}
            busy={act.busy}
            blocked={blockedBy(
              levels.length === 0 && words.noLevel,
              unnamed !== undefined && words.needed(levelNames[unnamed]),
            )}
            onTap={() => void send()}
          />
        </FootBar>
      }
    >
      {notice}
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="title mb2">{task.title}</View>
      <View className="mb3">{words.line}</View>
      <SectionHead text={words.levels} />
      <Card rows>
        {acceptanceLevels.map((level) => (
          <LevelRow
            key={level}
            level={level}
            unit={units[level]}
            isIn={levels.includes(level)}
            onToggle={() => toggle(level)}
            onChoose={() => setChoosing(level)}
          />
        ))}
      </Card>
      <SectionHead text={words.closing} />
      <RadioList
        label={words.closing}
        options={closingLevels.map((level) => ({ value: level, text: closingLevelNames[level] }))}
        value={closingLevel}
        onChange={(level) => draft.change({ closingLevel: level })}
      />
      <SearchSheet
        open={choosing !== null}
        title={choosing ? words.unitOf(levelNames[choosing]) : ''}
        placeholder={words.search}
        none={words.noUnits}
        load={search}
        onChoose={({ value, text }) => choosing && choose(choosing, { id: value, name: text })}
        onClose={() => setChoosing(null)}
      />
    </PageShell>
  )
}

interface LevelRowProps {
  level: AcceptanceLevel
  unit: Chosen | undefined
  isIn: boolean
  onToggle: () => void
  onChoose: () => void
}

/** One level: in the chain or not, and by which unit. */
function LevelRow({ level, unit, isIn, onToggle, onChoose }: LevelRowProps) {
  const byUnit = level === 'province' ? words.recorded : (unit?.name ?? words.unnamed)
  return (
    <Row
      name={levelNames[level]}
      line={isIn ? byUnit : words.notIn}
      value={
        <View>
          {isIn && level !== 'province' && (
            <TextLink
              text={words.unit}
              label={`${words.unitOf(levelNames[level])} ${words.unit}`}
              onTap={onChoose}
            />
          )}
          <TextLink
            text={isIn ? words.leaveOut : words.takeIn}
            label={
              isIn ? words.leaveOutLevel(levelNames[level]) : words.takeInLevel(levelNames[level])
            }
            onTap={onToggle}
          />
        </View>
      }
    />
  )
}
