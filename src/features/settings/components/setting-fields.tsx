import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SettingGroup, settingsWords as words } from '@/copy/settings'
import type { SettingName } from '@/domain/operations/settings-rules'
import { Card } from '@/src/components/show/card'
import { TextField } from '@/src/components/ask/field/text-field'
import { TextLink } from '@/src/components/tap/text-link'
import type { Draft } from '@/src/platform/use-draft'
import {
  boundsText,
  namesIn,
  type SettingsDraft,
  type SettingsView,
  textOf,
  valuesIn,
} from '../settings'

interface SettingFieldsProps {
  group: SettingGroup
  settings: SettingsView
  draft: Draft<SettingsDraft>
  wrong: ReadonlyMap<SettingName, string>
}

/** The settings of one group, folded while none of them is being changed. */
export function SettingFields({ group, settings, draft, wrong }: SettingFieldsProps) {
  const names = namesIn(group)
  const { typed } = draft.value
  const [open, setOpen] = useState(names.some((name) => name in typed))
  return (
    <View className="mb3">
      <TextLink
        text={words.group(group, names.length)}
        go={open ? 'up' : 'down'}
        expanded={open}
        onTap={() => setOpen(!open)}
      />
      {open && (
        <Card>
          {names.map((name) => (
            <TextField
              key={`${name} ${settings.latest.version}`}
              label={words.label(name)}
              initial={typed[name] ?? textOf(valuesIn(settings.latest.items, name))}
              hint={hintOf(settings, name)}
              error={wrong.get(name) ?? null}
              max={40}
              onInput={(text) => draft.change({ typed: { ...draft.read().typed, [name]: text } })}
            />
          ))}
        </Card>
      )}
    </View>
  )
}

/** How far it can go, what counts today, and from when on another value does. */
const hintOf = ({ inForce, latest }: SettingsView, name: SettingName): string => {
  const today = valuesIn(inForce.items, name)
  const next = valuesIn(latest.items, name)
  const from = latest.inForceFrom
  return [
    words.now(name, today),
    ...(from !== null && textOf(today) !== textOf(next) ? [words.soon(from, name, next)] : []),
    boundsText(name),
  ].join('，')
}
