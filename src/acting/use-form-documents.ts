import { actingWords as words } from '@/copy/acting'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { chooseDocument } from '@/src/platform/choose-document'
import { dropKeptFile, keepFile, type KeptFile } from '@/src/platform/kept-file'
import { sayFailure } from './say-failure'

interface Limits {
  /** Without dot, e.g. `['pdf', 'docx']`. */
  readonly extensions: readonly string[]
  readonly maxBytes: number
}

/** Documents of a form, kept on the phone at once; they stand in the form's draft. */
export function useFormDocuments(
  read: () => readonly KeptFile[],
  onChange: (files: readonly KeptFile[]) => void,
  { extensions, maxBytes }: Limits,
) {
  const add = async () => {
    try {
      const chosen = await chooseDocument(extensions)
      if (!chosen) return
      if (chosen.size > maxBytes) return toast(words.documentTooLarge(maxBytes))
      onChange([...read(), await keepFile(chosen)])
    } catch (error) {
      sayFailure(error)
    }
  }
  const remove = (key: string) => {
    const gone = read().find((file) => file.key === key)
    if (gone) void dropKeptFile(gone).catch(() => undefined)
    onChange(read().filter((file) => file.key !== key))
  }
  return { add: () => void add(), remove }
}
