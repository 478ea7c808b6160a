import { maxRosterBytes } from '@/contract/documents/limits'
import { useState } from 'react'
import { rosterErrorText, rosterWords as words } from '@/copy/roster'
import { sayFailure } from '@/src/acting/say-failure'
import { callAction } from '@/src/platform/call-action'
import { CallError } from '@/src/platform/call-error'
import { chooseDocument, type ChosenDocument } from '@/src/platform/choose-document'
import { uploadFile } from '@/src/platform/upload'
import { useSend } from '@/src/platform/use-send'
import type { Preview } from '../roster'

/** 1,500 rows are read in a second or two; a slow line takes longer. */
const readingTimeoutMs = 60_000

interface ReadFile {
  readonly fileId: string
  readonly name: string
  readonly preview: Preview
}

const whyNotFile = ({ name, size }: ChosenDocument): string | null => {
  if (!/\.xlsx$/i.test(name)) return words.wrongType
  return size > maxRosterBytes ? words.tooLarge : null
}

/** Choosing a workbook, sending it and having it read row by row. Nothing is written by it. */
export function useRosterFile() {
  const [file, setFile] = useState<ReadFile | null>(null)
  const [step, setStep] = useState<'uploading' | 'reading' | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const prepare = useSend('documents.prepareUpload')

  const read = async (chosen: ChosenDocument) => {
    setStep('uploading')
    const fileName = chosen.name.slice(-120)
    const prepared = await prepare.send({ fileName, size: chosen.size })
    if (!prepared) return
    const fileId = await uploadFile(prepared.target, chosen, { anonymous: false })
    setStep('reading')
    const options = { timeoutMs: readingTimeoutMs }
    const preview = await callAction('documents.readOrganization', { fileId }, options)
    setFile({ fileId, name: chosen.name, preview })
  }
  const choose = async () => {
    try {
      const chosen = await chooseDocument(['xlsx'])
      if (!chosen) return
      setFile(null)
      const why = whyNotFile(chosen)
      setRefused(why)
      if (!why) await read(chosen)
    } catch (error) {
      if (error instanceof CallError) setRefused(rosterErrorText(error.code))
      else sayFailure(error)
    } finally {
      setStep(null)
    }
  }
  const failure = prepare.error && rosterErrorText(prepare.error.code)
  return { file, step, choose, refused: refused ?? failure }
}
