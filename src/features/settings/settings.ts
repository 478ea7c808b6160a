import type { ActionOutput } from '@/contract/actions'
import { type SettingGroup, settingsWords as words, settingTexts } from '@/copy/settings'
import {
  isInside,
  settingBounds,
  type SettingName,
  settingNames,
  type SettingValue,
  unfitWith,
  withValues,
} from '@/domain/operations/settings-rules'
import { defaultSettings } from '@/domain/settings'

export type SettingsView = ActionOutput<'identity.getSettings'>

/** What was typed, by the setting; what was not touched has no entry. */
export interface SettingsDraft {
  readonly typed: Readonly<Record<string, string>>
}

/** The numbers of what was typed; none where it is something else. */
const numbersOf = (text: string): number[] => {
  const parts = text.split(/[^\d]+/).filter(Boolean)
  return /^[\d\s、，,]*$/.test(text) ? parts.map(Number) : []
}

export const textOf = (values: readonly number[]): string => values.join('、')

/** Values by name of a version. */
export const valuesIn = (items: readonly SettingValue[], name: SettingName): readonly number[] =>
  items.find((item) => item.name === name)?.values ?? []

export const boundsText = (name: SettingName): string => {
  const { least, most, order } = settingBounds[name]
  return order ? words.listBounds(least, most, order === 'rising') : words.bounds(least, most)
}

/** One setting that is to be otherwise than the latest version has it. */
export interface Wanted {
  readonly name: SettingName
  readonly before: readonly number[]
  readonly values: number[]
}

/** What the form would change; what was typed as it is already is no change. */
export const wantedOf = ({ latest }: SettingsView, { typed }: SettingsDraft): Wanted[] =>
  latest.items.flatMap(({ name, values: before }) => {
    const text = typed[name]
    if (text === undefined) return []
    const values = numbersOf(text)
    return textOf(values) === textOf(before) ? [] : [{ name, before, values }]
  })

/** What is wrong with each setting, by the rule that the server decides by. */
export const wrongIn = (
  { latest }: SettingsView,
  wanted: readonly Wanted[],
): ReadonlyMap<SettingName, string> => {
  const outside = wanted.filter((each) => !isInside(each))
  if (outside.length > 0)
    return new Map(outside.map(({ name }) => [name, words.outside(boundsText(name))]))
  const unfit = unfitWith(withValues(defaultSettings, latest.items), wanted)
  return new Map(unfit.map((name) => [name, words.unfit]))
}

/** The settings of a group of the page, in the order in which they are written there. */
export const namesIn = (group: SettingGroup): readonly SettingName[] =>
  settingNames.filter((name) => settingTexts[name].group === group)
