import { documentExtensions, maxDocumentBytes } from '@/contract/documents/limits'
import { maxFileName } from '@/contract/limits'
import { useState } from 'react'
import { uploadErrorText, uploadWords as words } from '@/copy/import-review'
import { CallError } from '@/src/platform/call-error'
import { chooseDocument, type ChosenDocument } from '@/src/platform/choose-document'
import { uploadFile } from '@/src/platform/upload'
import { useSend } from '@/src/platform/use-send'
import type { Batch } from '../review/draft'

const extensions = documentExtensions.map((ending) => ending.slice(1))

/** A long list is read for several seconds. */
const readingTimeoutMs = 60_000

const extensionOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

const whyNotFile = ({ name, size }: ChosenDocument): string | null => {
  const extension = extensionOf(name)
  if (['doc', 'wps', 'xls', 'et', 'rtf'].includes(extension)) return words.oldOffice
  if (!extensions.includes(extension)) return words.wrongType(name)
  if (size === 0) return words.emptyFile
  return size > maxDocumentBytes ? words.tooLarge(words.size(size)) : null
}

/** Keeps the ending, which says the type. */
const shortName = (name: string) =>
  name.length <= maxFileName ? name : `${name.slice(0, maxFileName - 6)}.${extensionOf(name)}`

type Step = 'preparing' | 'uploading' | 'reading'

/** Choosing a list, sending it straight into storage and having it read. */
export function useUploadList() {
  const [file, setFile] = useState<ChosenDocument | null>(null)
  const [step, setStep] = useState<Step | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const prepare = useSend('documents.prepareUpload')
  const start = useSend('documents.startImport')

  const choose = async () => {
    const chosen = await chooseDocument(extensions)
    if (!chosen) return
    const why = whyNotFile(chosen)
    setRefused(why)
    setFile(why ? null : chosen)
  }
  const put = async (
    chosen: ChosenDocument,
    roundName: string,
    expected: number | undefined,
  ): Promise<Batch | null> => {
    const fileName = shortName(chosen.name)
    setStep('preparing')
    const prepared = await prepare.send({ fileName, size: chosen.size })
    if (!prepared) return null
    setStep('uploading')
    const fileId = await uploadFile(prepared.target, chosen, { anonymous: false })
    setStep('reading')
    const input = { fileId, fileName, roundName, ...(expected !== undefined && { expected }) }
    return start.send(input, { timeoutMs: readingTimeoutMs })
  }
  const send = async (roundName: string, expected?: number) => {
    if (!file || step) return null
    setRefused(null)
    try {
      const batch = await put(file, roundName, expected)
      // What was read is not offered once more.
      if (batch) setFile(null)
      return batch
    } catch (error) {
      setRefused(uploadErrorText(error instanceof CallError ? error.code : 'INTERNAL'))
      return null
    } finally {
      setStep(null)
    }
  }
  const failure = prepare.error ?? start.error
  return {
    file,
    step,
    choose,
    send,
    refused: refused ?? (failure && uploadErrorText(failure.code)),
  }
}
