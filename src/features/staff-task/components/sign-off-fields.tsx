import { View } from '@tarojs/components'
import { selfCheckWords, signedPaperWords as words } from '@/copy/close-out'
import { FormDocuments } from '@/src/acting/form-documents'
import { maxPaper } from '@/src/acting/use-done-form'
import { TextField } from '@/src/components/field/text-field'
import type { KeptFile } from '@/src/platform/kept-file'
import type { Draft } from '@/src/platform/use-draft'
import { maxSignedPapers } from '../hooks/use-signed-papers'

/** 负责人签字: the number of the paper, and the paper itself scanned. */
export interface SignOff {
  readonly signOffNumber: string
  readonly papers: readonly KeptFile[]
}

export const noSignOff: SignOff = { signOffNumber: '', papers: [] }

/** Whether there is a paper that the leader signed. */
export const isOnPaper = ({ signOffNumber, papers }: SignOff): boolean =>
  signOffNumber.trim() !== '' || papers.length > 0

interface SignOffFieldsProps {
  draft: Draft<SignOff>
  hint: string
  papers: { add: () => void; remove: (key: string) => void }
}

export function SignOffFields({ draft, hint, papers }: SignOffFieldsProps) {
  const { signOffNumber, papers: kept } = draft.value
  return (
    <View>
      <TextField
        key={`sign${draft.generation}`}
        label={selfCheckWords.signOffNumber}
        hint={hint}
        initial={signOffNumber}
        max={maxPaper}
        onInput={(typed) => draft.change({ signOffNumber: typed })}
      />
      <View className="sub mt3 mb2">{words.paperLine}</View>
      <FormDocuments
        files={kept}
        max={maxSignedPapers}
        addText={words.paperAdd}
        removeLabel={words.paperRemove}
        {...papers}
      />
    </View>
  )
}
