import { View } from '@tarojs/components'
import { useState } from 'react'
import { reviewWords as words } from '@/copy/import-review'
import { unitRoles, type UnitRole } from '@/domain/organization/unit'
import { Shape } from '@/src/components/show/shape'
import { StateChip } from '@/src/components/show/state-chip'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { TextLink } from '@/src/components/tap/text-link'
import { UnsureField } from '@/src/components/ask/unsure-field'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import type { Draft } from '../review/draft'
import type { UnitPlace } from '../review/places'
import type { EditableField } from '../review/read-fields'

interface UnitPlacesProps {
  draft: Draft
  places: readonly UnitPlace[]
  readOnly: boolean
  onEdit: (field: EditableField) => void
  /** Which unit a printed name means. */
  onName: (printed: string, unitId: string) => void
}

const isEditable = (role: UnitRole): role is 'lead' | 'responsible' =>
  role === 'lead' || role === 'responsible'

/** The division of work by role: which names are units here, which stand for many, which are unknown. */
export function UnitPlaces({ draft, places, readOnly, onEdit, onName }: UnitPlacesProps) {
  const [asking, setAsking] = useState<string | null>(null)
  const search = useUnitSearch()
  const shown = unitRoles.filter((role) => draft.units[role].length > 0 || isEditable(role))
  return (
    <View className="mt2">
      <View className="import-part">
        <View className="head" role="heading" aria-level={2}>
          {words.unitsTitle}
        </View>
        <View className="sub">
          {places.length === 0 ? words.unitsKnown : words.unitsToSee(places.length)}
        </View>
      </View>
      {places.map(({ no, role, name, collective }) => (
        <View key={`${role}${name}`} id={`place-${no}`}>
          <UnsureField
            no={no}
            name={words.roles[role]}
            reason={collective ? words.collectiveLine(name) : words.unknownLine(name)}
            right={
              !readOnly &&
              (collective ? (
                isEditable(role) && (
                  <TextLink
                    text={words.pickUnits}
                    label={`${words.pickUnits} ${words.roles[role]}`}
                    onTap={() => onEdit(role)}
                  />
                )
              ) : (
                <TextLink
                  text={words.whichUnit}
                  label={words.whichUnitOf(name)}
                  onTap={() => setAsking(name)}
                />
              ))
            }
          />
        </View>
      ))}
      <SearchSheet
        open={asking !== null}
        title={words.whichUnitOf(asking ?? '')}
        placeholder={words.search}
        none={words.noUnits}
        load={search}
        onChoose={({ value }) => asking !== null && onName(asking, value)}
        onClose={() => setAsking(null)}
      />
      {shown.map((role) => (
        <View key={role} className="import-units">
          <View className="import-units__role">{words.roles[role]}</View>
          <View className="import-units__names">
            {draft.units[role].map((name) => (
              <UnitName key={name} name={name} place={places.find((each) => each.name === name)} />
            ))}
            {draft.units[role].length === 0 && <View className="dim">{words.noneRead}</View>}
          </View>
          {!readOnly && isEditable(role) && (
            <TextLink
              text={words.change}
              label={words.edit(words.roles[role])}
              onTap={() => onEdit(role)}
            />
          )}
        </View>
      ))}
    </View>
  )
}

function UnitName({ name, place }: { name: string; place: UnitPlace | undefined }) {
  if (place)
    return (
      <View className="import-units__name">
        <View>{name}</View>
        <StateChip
          tone="amber"
          shape="triangle"
          word={place.collective ? words.collective : words.unknown}
        />
      </View>
    )
  return (
    <View className="import-units__name" aria-label={`${name} ${words.known}`}>
      <View>{name}</View>
      <Shape name="tick" className="import-units__tick" />
    </View>
  )
}
