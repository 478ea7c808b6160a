import { siteColumns, siteFates, siteFaultCodes } from '@/domain/task/site-list'
import { read, write } from '../action'
import { count, fileId, id, oneOf, text, uploadTarget, upTo } from '../fields'
import { siteRow } from '../task/parts/sites'
import { maxFileName } from '../limits'
import { maxSiteLines } from './limits'
import * as z from '../zod'

const ofMeasure = { taskId: id, measureId: id }

/** 点位清单 from Excel, or from lines. */
export const siteListActions = {
  /** Where to put a workbook of it. */
  'documents.prepareSiteUpload': write(
    'member',
    z.strictObject({ taskId: id, fileName: text(maxFileName), size: z.int().check(z.minimum(1)) }),
    z.strictObject({ target: uploadTarget }),
  ),
  /** A workbook that was put, or lines that were typed or pasted, row by row beside what stands. */
  'documents.readSites': read(
    'member',
    z.union([
      z.strictObject({ ...ofMeasure, fileId }),
      z.strictObject({ ...ofMeasure, lines: z.string().check(upTo(maxSiteLines)) }),
    ]),
    z.strictObject({
      sites: z.array(siteRow),
      lines: z.array(
        z.strictObject({
          row: count,
          name: z.string(),
          fate: oneOf(siteFates),
          faults: z.array(
            z.strictObject({ column: oneOf(siteColumns), code: oneOf(siteFaultCodes) }),
          ),
        }),
      ),
    }),
  ),
  /** The empty workbook of a site list, by a link that lives minutes. */
  'documents.takeSiteTemplate': read(
    'member',
    z.strictObject({ taskId: id }),
    z.strictObject({ url: z.string() }),
  ),
} as const
