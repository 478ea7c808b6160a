import { whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'
import { makeTemplate, templatePath } from '../organization/template'

/** The empty workbook, made anew: its lists follow the roles and kinds that there are. */
export const takeOrganizationTemplate =
  ({ files }: Pick<Stores, 'files'>): Handler<'documents.takeOrganizationTemplate'> =>
  async (_, { actor }) => {
    refuseIf(whyNotManage(actor, []))
    const path = await files.write(templatePath, await makeTemplate())
    const url = (await files.links([path])).get(path)
    if (url === undefined) throw new RuleError('FILE.MISSING')
    return { url }
  }
