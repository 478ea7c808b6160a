import type { KnownUnits } from '@/domain/import/to-task'
import type { Unit } from '@/domain/organization/unit'
import type { OrganizationStore } from '../_stores/organization-store'

/** Names per query: each may find several units, and a query answers at most 100. */
const namesAtOnce = 20

/** 茂南区委、区政府 and 茂南区人民政府 both sit at 茂南区. */
const place =
  /^(.+?)(?:(?:党工委|党委|委)[、和](?:区|县|市|镇|街道)?(?:人民政府|政府|管委会|办事处)|人民政府|政府|管理委员会|管委会|街道办事处|办事处|村民委员会|村委会)$/

/** Other ways in which the register may hold the body that a list prints. */
export const nameVariants = (printed: string): string[] => {
  const bare = printed.replace(/\s+/g, '')
  const seat = place.exec(bare)?.[1]
  if (!seat) return [bare, `${bare}人民政府`]
  const ends = ['', '人民政府', '政府', '管委会', '管理委员会', '村民委员会', '街道办事处']
  return [...new Set([bare, ...ends.map((end) => `${seat}${end}`)])]
}

/**
 * Units for names as lists print them, by name, alias or a variant of it.
 * @returns entries under the printed names; unknown names are left out
 */
export const findUnits = async (
  organization: Pick<OrganizationStore, 'unitsByName'>,
  printed: readonly string[],
): Promise<KnownUnits> => {
  const variants = new Map(printed.map((name) => [name, nameVariants(name)]))
  const all = [...new Set([...variants.values()].flat())]
  const found = new Map<string, Unit>()
  for (let start = 0; start < all.length; start += namesAtOnce) {
    const units = await organization.unitsByName(all.slice(start, start + namesAtOnce))
    for (const [name, unit] of units) found.set(name, unit)
  }
  const known = new Map<string, Unit>()
  for (const [name, ways] of variants) {
    const way = ways.find((each) => found.has(each))
    const unit = way === undefined ? undefined : found.get(way)
    if (unit) known.set(name, unit)
  }
  return known
}
