import { View } from '@tarojs/components'
import { useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { TextLink } from '@/src/components/tap/text-link'
import { useUnitSearch } from '@/src/platform/use-unit-search'

export interface AccusedUnit {
  readonly id: string
  readonly name: string
}

interface AccusedUnitsProps {
  accused: readonly AccusedUnit[]
  onChange: (accused: readonly AccusedUnit[]) => void
}

/** 被反映的单位: whoever stands here sees nothing of the report. */
export function AccusedUnits({ accused, onChange }: AccusedUnitsProps) {
  const [choosing, setChoosing] = useState(false)
  const units = useUnitSearch()
  const without = (id: string) => accused.filter((unit) => unit.id !== id)
  return (
    <View>
      <View className="name mt3">{words.accused}</View>
      {accused.map(({ id, name }) => (
        <View key={id} className="flex between">
          <View>{name}</View>
          <TextLink
            text={words.removeAccused}
            label={words.removeAccusedNamed(name)}
            onTap={() => onChange(without(id))}
          />
        </View>
      ))}
      <TextLink lead="plus" text={words.addAccused} onTap={() => setChoosing(true)} />
      <SearchSheet
        open={choosing}
        title={words.accused}
        placeholder={words.search}
        none={words.noUnits}
        load={units}
        onClose={() => setChoosing(false)}
        onChoose={({ value, text }) => onChange([...without(value), { id: value, name: text }])}
      />
    </View>
  )
}
