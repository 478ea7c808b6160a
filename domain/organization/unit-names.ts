import type { Unit } from './unit'

/**
 * A renamed unit keeps its old name as an alias: papers and lists still print it. It stays the
 * enforcement body that it was marked as: no table says so.
 */
export const keepingOldName = (wanted: Unit, stored: Unit | undefined): Unit => {
  if (!stored) return wanted
  const names = [...wanted.aliases, ...stored.aliases, stored.name]
  const { enforcementPaper } = stored
  return {
    ...wanted,
    ...(enforcementPaper !== undefined && { enforcementPaper }),
    aliases: [...new Set(names)].filter((name) => name !== wanted.name),
  }
}
