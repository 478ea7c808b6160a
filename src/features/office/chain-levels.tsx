import { View } from '@tarojs/components'
import { useState } from 'react'
import { chainWords as words, levelNames } from '@/copy/chain'
import { type AcceptanceLevel, acceptanceLevels } from '@/domain/task/acceptance'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { TextLink } from '@/src/components/tap/text-link'
import { useUnitSearch } from '@/src/platform/use-unit-search'

interface Chosen {
  readonly id: string
  readonly name: string
}

/** Which levels accept and by which unit; a unit once chosen is kept while its level is out. */
export interface ChainDraft {
  readonly levels: readonly AcceptanceLevel[]
  readonly units: Readonly<Partial<Record<AcceptanceLevel, Chosen>>>
}

export const chainDraftOf = (
  chain: readonly { readonly level: AcceptanceLevel; readonly unit: Chosen | null }[],
): ChainDraft => ({
  levels: chain.map(({ level }) => level),
  units: Object.fromEntries(chain.flatMap(({ level, unit }) => (unit ? [[level, unit]] : []))),
})

/** From below upwards; the province's step is recorded and has no unit. */
export const chainOf = ({ levels, units }: ChainDraft) =>
  acceptanceLevels
    .filter((level) => levels.includes(level))
    .map((level) => ({
      level,
      unitId: level === 'province' ? null : (units[level]?.id ?? null),
    }))

interface ChainLevelsProps {
  draft: {
    readonly value: ChainDraft
    readonly read: () => ChainDraft
    readonly change: (part: Partial<ChainDraft>) => void
  }
}

/** Takes levels into a chain and chooses who accepts on each. */
export function ChainLevels({ draft }: ChainLevelsProps) {
  const { levels, units } = draft.value
  const [choosing, setChoosing] = useState<AcceptanceLevel | null>(null)
  const search = useUnitSearch()
  const toggle = (level: AcceptanceLevel) =>
    draft.change({
      levels: levels.includes(level) ? levels.filter((each) => each !== level) : [...levels, level],
    })
  return (
    <View>
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
      <SearchSheet
        open={choosing !== null}
        title={choosing ? words.unitOf(levelNames[choosing]) : ''}
        placeholder={words.search}
        none={words.noUnits}
        load={search}
        onChoose={({ value, text }) =>
          choosing &&
          draft.change({ units: { ...draft.read().units, [choosing]: { id: value, name: text } } })
        }
        onClose={() => setChoosing(null)}
      />
    </View>
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
