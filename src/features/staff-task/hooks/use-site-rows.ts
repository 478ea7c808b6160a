import { useState } from 'react'
import { siteWords as words } from '@/copy/site-list'
import type { ActionOutput } from '@/contract/actions'
import { deed } from '@/src/acting/deed'
import { sayFailure } from '@/src/acting/say-failure'
import { useAct } from '@/src/acting/use-act'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { chooseDocument, type ChosenDocument } from '@/src/platform/choose-document'
import { openDocument } from '@/src/platform/open-document'
import { uploadFile } from '@/src/platform/upload'

export type SiteRows = ActionOutput<'documents.readSites'>
type Target = ActionOutput<'documents.prepareSiteUpload'>['target']

interface OfMeasure {
  readonly taskId: string
  readonly measureId: string
}

/** Rows as they are read from what was typed, pasted or chosen. Nothing is written by it. */
export function useSiteRows({ taskId, measureId }: OfMeasure) {
  const [rows, setRows] = useState<SiteRows | null>(null)
  const [uploading, setUploading] = useState(false)
  const act = useAct()

  const read = (given: { lines: string } | { fileId: string }) =>
    act.run(deed('documents.readSites', { taskId, measureId, ...given }, { then: setRows }))
  const put = async (chosen: ChosenDocument) => {
    const announced = { taskId, fileName: chosen.name.slice(-120), size: chosen.size }
    let target: Target | null = null
    const keep = (output: { target: Target }) => {
      target = output.target
    }
    await act.run(deed('documents.prepareSiteUpload', announced, { then: keep }))
    return target && uploadFile(target, chosen, { anonymous: false })
  }
  const chooseFile = async () => {
    setRows(null)
    try {
      const chosen = await chooseDocument(['xlsx'])
      if (!chosen) return
      if (!/\.xlsx$/i.test(chosen.name)) {
        toast(words.wrongType)
        return
      }
      setUploading(true)
      const fileId = await put(chosen)
      if (fileId) await read({ fileId })
    } catch (error) {
      sayFailure(error)
    } finally {
      setUploading(false)
    }
  }
  const openTemplate = () =>
    act.run(
      deed('documents.takeSiteTemplate', { taskId }, { then: ({ url }) => void openDocument(url) }),
    )
  return {
    rows,
    busy: act.busy || uploading,
    refusal: act.refusal,
    readLines: (lines: string) => read({ lines }),
    chooseFile,
    openTemplate,
    drop: () => setRows(null),
  }
}
