import type { Unit } from './unit'

/** A renamed unit keeps its old name as an alias: papers and lists still print it. */
export const keepingOldName = (wanted: Unit, stored: Unit | undefined): Unit => {
  if (!stored) return wanted
  const names = [...wanted.aliases, ...stored.aliases, stored.name]
  return { ...wanted, aliases: [...new Set(names)].filter((name) => name !== wanted.name) }
}
