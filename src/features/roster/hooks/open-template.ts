import { sayFailure } from '@/src/acting/say-failure'
import { callAction } from '@/src/platform/call-action'
import { openDocument } from '@/src/platform/open-document'

/** The empty workbook, opened as the phone opens one. */
export const openTemplate = async (): Promise<void> => {
  try {
    const { url } = await callAction('documents.takeOrganizationTemplate', {})
    await openDocument(url)
  } catch (error) {
    sayFailure(error)
  }
}
