import { View } from '@tarojs/components'
import { useState } from 'react'
import { reviewWords as words } from '@/copy/import-review'
import { Icon } from '@/src/components/show/icon'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { Tappable } from '@/src/components/tap/tappable'
import { TextLink } from '@/src/components/tap/text-link'
import { useUnitSearch } from '@/src/platform/use-unit-search'

interface UnitNamesProps {
  names: readonly string[]
  most: number
  onChange: (names: readonly string[]) => void
}

/** The units of one role: printed names go, units of the register come. */
export function UnitNames({ names, most, onChange }: UnitNamesProps) {
  const [adding, setAdding] = useState(false)
  const search = useUnitSearch()
  return (
    <View>
      {names.length === 0 && <View className="row dim">{words.noUnit}</View>}
      {names.map((name) => (
        <View key={name} className="row">
          <View className="grow">{name}</View>
          <Tappable
            className="import-remove"
            label={words.remove(name)}
            onTap={() => onChange(names.filter((each) => each !== name))}
          >
            <Icon name="x" size="s" />
          </Tappable>
        </View>
      ))}
      {names.length < most && (
        <TextLink lead="plus" text={words.addUnit} onTap={() => setAdding(true)} />
      )}
      <SearchSheet
        open={adding}
        title={words.pickUnits}
        placeholder={words.search}
        none={words.noUnits}
        load={search}
        onChoose={({ text }) => !names.includes(text) && onChange([...names, text])}
        onClose={() => setAdding(false)}
      />
    </View>
  )
}
