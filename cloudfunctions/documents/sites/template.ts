import { siteTemplateWords, siteTitles } from '@/copy/site-list'
import { siteColumns } from '@/domain/task/site-list'

/** The same for every task: it says nothing of any. */
export const siteTemplatePath = 'templates/sites.xlsx'

/** The workbook that a site list is read from, with nothing filled in. */
export const makeSiteTemplate = async (): Promise<Buffer> => {
  const { Workbook } = await import('exceljs')
  const book = new Workbook()
  const sheet = book.addWorksheet(siteTemplateWords.sheet, {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = siteColumns.map((key) => ({
    key,
    header: siteTitles[key],
    width: 28,
    style: { numFmt: '@' },
  }))
  sheet.getRow(1).font = { bold: true }
  const guide = book.addWorksheet(siteTemplateWords.guide)
  guide.getColumn(1).width = 80
  siteTemplateWords.lines.forEach((line) => guide.addRow([line]))
  return Buffer.from(await book.xlsx.writeBuffer())
}
