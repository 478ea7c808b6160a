import { maxPaperNumber } from '@/contract/limits'
import { View } from '@tarojs/components'
import { selfCheckWords, signedPaperWords } from '@/copy/close-out'
import { TextField } from '@/src/components/ask/field/text-field'
import type { Draft } from '@/src/platform/use-draft'
import type { SignOff } from '../sign-off'
import { SignedPapers } from './signed-papers'

interface SignOffFieldsProps {
  draft: Draft<SignOff>
  hint: string
  papers: { add: () => void; remove: (key: string) => void }
}

/** 负责人签字: the number of the signed paper, and the paper itself. */
export function SignOffFields({ draft, hint, papers }: SignOffFieldsProps) {
  const { signOffNumber, papers: files } = draft.value
  return (
    <View>
      <TextField
        key={`sign${draft.generation}`}
        label={selfCheckWords.signOffNumber}
        hint={hint}
        initial={signOffNumber}
        max={maxPaperNumber}
        onInput={(typed) => draft.change({ signOffNumber: typed })}
      />
      <SignedPapers line={signedPaperWords.paperLine} {...{ files, ...papers }} />
    </View>
  )
}
