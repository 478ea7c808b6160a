import { keysOf } from '../known'
import { hasCountedDate } from './deadline'
import type { RectificationTask } from './task'
import { answeringUnitOf } from './responsibility'
import type { UnitRole } from '../organization/unit'

/** Gaps and overlaps of responsibility (duty map), and what else keeps a task from assignment. */
export const readinessGaps = [
  'noUnit', // nobody is lead or responsible
  'severalLeads',
  'noLead', // several responsible units and nobody leads
  'collectiveUnit', // 各县市区… is not split
  'noCountedDate',
  'noMeasure',
  'noRegion',
] as const
export type ReadinessGap = (typeof readinessGaps)[number]

type Draft = Pick<
  RectificationTask,
  'units' | 'collectiveUnits' | 'deadline' | 'measures' | 'regionCodes'
>

const leadGap = ({ units }: Draft): ReadinessGap | null => {
  if (answeringUnitOf(units) !== null) return null
  if (units.lead.length > 1) return 'severalLeads'
  return units.responsible.length === 0 ? 'noUnit' : 'noLead'
}

/** Everything still to decide before a draft can be assigned, the gravest first. */
export const gapsOf = (task: Draft): ReadinessGap[] => {
  const gaps: (ReadinessGap | null)[] = [
    leadGap(task),
    task.collectiveUnits.length > 0 ? 'collectiveUnit' : null,
    hasCountedDate(task.deadline) ? null : 'noCountedDate',
    task.measures.length === 0 ? 'noMeasure' : null,
    task.regionCodes.length === 0 ? 'noRegion' : null,
  ]
  return gaps.filter((gap) => gap !== null)
}

/** A unit that stands in two roles which exclude each other. */
export interface Overlap {
  readonly unitId: string
  readonly roles: readonly UnitRole[]
}

/** 督导(验收)单位 may be both; whoever does the work may neither support it nor accept it. */
const doing: readonly UnitRole[] = ['lead', 'responsible', 'supporting']

/** Units that stand twice among those who do the work, or do it and accept it. */
export const overlapsOf = ({ units }: Pick<RectificationTask, 'units'>): Overlap[] => {
  const roles = keysOf(units)
  const ids = [...new Set(Object.values(units).flat())]
  return ids
    .map((unitId) => ({ unitId, roles: roles.filter((role) => units[role].includes(unitId)) }))
    .filter(({ roles: held }) => {
      const work = held.filter((role) => doing.includes(role)).length
      return work > 1 || (work > 0 && held.includes('accepting'))
    })
}
