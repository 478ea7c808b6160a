import {
  columnNames,
  rowFates,
  rowFaultCodes,
  tableNames,
} from '@/domain/organization/roster-rules'
import { read } from '../action'
import { count, empty, fileId, oneOf } from '../fields'
import { personRow, regionRow, unitRow } from '../identity/rows'
import * as z from '../zod'

/** What a workbook of regions, units and people would change; nothing is written by reading it. */
const organizationPreview = z.strictObject({
  regions: z.array(regionRow),
  units: z.array(unitRow),
  people: z.array(personRow),
  lines: z.array(
    z.strictObject({
      table: oneOf(tableNames),
      /** As Excel numbers it. */
      row: count,
      name: z.string(),
      fate: oneOf(rowFates),
      faults: z.array(
        z.strictObject({ column: z.nullable(oneOf(columnNames)), code: oneOf(rowFaultCodes) }),
      ),
    }),
  ),
})

/** 单位和人员 from Excel. */
export const organizationActions = {
  /** 行政区划、单位、人员: the workbook that was uploaded, row by row, beside what stands. */
  'documents.readOrganization': read('member', z.strictObject({ fileId }), organizationPreview),
  /** The empty workbook, by a link that lives minutes. */
  'documents.takeOrganizationTemplate': read('member', empty, z.strictObject({ url: z.string() })),
} as const
