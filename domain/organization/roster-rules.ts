import { type Actor } from './actor'
import { fitsUnit, whyNotHold, whyNotManage } from './membership-rules'
import type { StaffRole } from './role'
import type { Unit } from './unit'

/** The tables of the workbook that the administrator fills in. */
export const tableNames = ['regions', 'units', 'people'] as const
export type TableName = (typeof tableNames)[number]

/** Columns of each table, in their order on the sheet. */
export const tableColumns = {
  regions: ['code', 'name', 'level', 'parentCode'],
  units: ['key', 'name', 'kind', 'regionCode', 'aliases', 'phone'],
  people: ['name', 'phone', 'unit', 'role'],
} as const satisfies Record<TableName, readonly string[]>
export const columnNames = [
  ...tableColumns.regions,
  ...tableColumns.units,
  ...tableColumns.people,
] as const
export type ColumnName = (typeof columnNames)[number]

/** What becomes of a row: of a person, the fate of the invitation that was made of it before. */
export const rowFates = [
  'added',
  'changed',
  'same',
  'waiting',
  'joined',
  'expired',
  'refused',
] as const
export type RowFate = (typeof rowFates)[number]

/** Why a row is not taken. */
export const rowFaultCodes = [
  'formula', // what a formula counts may be another thing tomorrow
  'missing',
  'tooLong',
  'badCode',
  'badKey',
  'badPhone',
  'unknownLevel',
  'unknownKind',
  'unknownRole',
  'unknownRegion',
  'unknownUnit',
  'ambiguousUnit',
  'twice',
  'level',
  'staffed',
  'outside',
  'otherBody',
  'neverBoth',
  'phoneOfTwo',
] as const
export type RowFaultCode = (typeof rowFaultCodes)[number]

export interface RowFault {
  /** Null where it is about the row as a whole. */
  readonly column: ColumnName | null
  readonly code: RowFaultCode
}

/** A person's row whose unit was found. */
export interface PersonAtUnit {
  readonly name: string
  readonly phone: string
  readonly role: StaffRole
  readonly unit: Unit
}

const digitsOf = (phone: string): string => phone.replace(/-/g, '')

/** Of one person by the telephone: what the earlier rows say of the same number. */
const faultBeside = (row: PersonAtUnit, earlier: readonly PersonAtUnit[]): RowFault | null => {
  const same = earlier.filter(({ phone }) => digitsOf(phone) === digitsOf(row.phone))
  if (same.some(({ name }) => name !== row.name)) return { column: 'phone', code: 'phoneOfTwo' }
  if (same.some(({ unit, role }) => unit.id === row.unit.id && role === row.role))
    return { column: null, code: 'twice' }
  return whyNotHold(same, row.role) ? { column: 'role', code: 'neverBoth' } : null
}

/** Why this row may not be invited, or null. @param earlier rows above it that were taken */
export const whyNotOnRoster = (
  actor: Actor,
  row: PersonAtUnit,
  earlier: readonly PersonAtUnit[],
): RowFault | null => {
  if (whyNotManage(actor, [row.unit.regionCode])) return { column: 'unit', code: 'outside' }
  if (!fitsUnit(row.role, row.unit)) return { column: 'role', code: 'otherBody' }
  return faultBeside(row, earlier)
}
