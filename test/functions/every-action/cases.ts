import { actions, type ActionName } from '@/contract/actions'
import { arrange } from './arrange'
import { variants } from './variants'
import type { Arrange } from './world'

export type Case = readonly [name: string, action: ActionName, prepare: Arrange<ActionName>]

/** One allowed call of every action, and the same with more in it. */
export const cases = [
  ...Object.entries(arrange).map(([action, prepare]) => [action, action, prepare] as const),
  ...variants.map(([action, what, prepare]) => [`${action} ${what}`, action, prepare] as const),
] as readonly Case[]

export const writes: readonly Case[] = cases.filter(([, action]) => actions[action].writes)
