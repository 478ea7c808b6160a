import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../show/icon'
import { OptionSheet, type Option } from '../option-sheet'
import { Tappable } from '../../tap/tappable'
import './index.scss'

export interface Filter {
  readonly key: string
  readonly title: string
  /** Shown when nothing is chosen, and the first option of the sheet. */
  readonly all: string
  readonly options: readonly Option[]
  /** Empty: all. */
  readonly value: string
}

interface FilterBarProps {
  filters: readonly Filter[]
  onChange: (key: string, value: string) => void
}

export function FilterBar({ filters, onChange }: FilterBarProps) {
  const [open, setOpen] = useState<string | null>(null)
  const current = filters.find((filter) => filter.key === open)
  return (
    <View className="filter-bar">
      {filters.map((filter) => {
        const chosen = filter.options.find((option) => option.value === filter.value)
        return (
          <Tappable
            key={filter.key}
            className={`filter-bar__filter ${chosen ? 'filter-bar__filter--on' : ''}`}
            label={`${filter.title} ${chosen?.text ?? filter.all}`}
            expanded={filter.key === open}
            onTap={() => setOpen(filter.key)}
          >
            <View className="filter-bar__text">{chosen?.text ?? filter.all}</View>
            <Icon name="down" size="xs" className="filter-bar__icon" />
          </Tappable>
        )
      })}
      <OptionSheet
        open={current !== undefined}
        title={current?.title ?? ''}
        options={current ? [{ value: '', text: current.all }, ...current.options] : []}
        value={current?.value ?? ''}
        onChoose={(value) => current && onChange(current.key, value)}
        onClose={() => setOpen(null)}
      />
    </View>
  )
}
