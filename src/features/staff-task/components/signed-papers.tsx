import { maxSignedPapers } from '@/contract/task/limits'
import { View } from '@tarojs/components'
import { signedPaperWords as words } from '@/copy/close-out'
import { FormDocuments } from '@/src/acting/form-documents'
import type { KeptFile } from '@/src/platform/kept-file'

interface SignedPapersProps {
  line: string
  files: readonly KeptFile[]
  add: () => void
  remove: (key: string) => void
}

/** 盖章件 of a form: those that were added, and the line that adds one. */
export function SignedPapers({ line, ...files }: SignedPapersProps) {
  return (
    <View>
      <View className="sub mt3 mb2">{line}</View>
      <FormDocuments
        max={maxSignedPapers}
        addText={words.paperAdd}
        removeLabel={words.paperRemove}
        {...files}
      />
    </View>
  )
}
