import { maxReason } from '@/contract/limits'
import { maxPlanFiles, maxPlanWords, maxPlanBytes } from '@/contract/enterprise/limits'
import { View } from '@tarojs/components'
import { negotiationWords as words } from '@/copy/negotiation'
import { DraftBox } from '@/src/acting/draft-box'
import { FormDocuments } from '@/src/acting/form-documents'
import { useFormDocuments } from '@/src/acting/use-form-documents'
import { type Negotiation } from '../hooks/use-negotiation'

const limits = {
  extensions: ['pdf', 'docx', 'xlsx', 'doc', 'xls', 'jpg', 'png'],
  maxBytes: maxPlanBytes,
}

/** Why another date, and the firm's technical plan in words and files. */
export function TimelineWords({ talk }: { talk: Negotiation }) {
  const { draft } = talk.replies
  const { reason, plan, files } = draft.value
  const documents = useFormDocuments(
    () => draft.read().files,
    (chosen) => draft.change({ files: chosen }),
    limits,
  )
  return (
    <View className="mt4">
      <View className="name mb2">{words.reason}</View>
      <DraftBox
        draft={draft}
        label={words.reason}
        placeholder={words.reasonPlaceholder}
        text={reason}
        max={maxReason}
        height={72}
        onInput={(typed) => draft.change({ reason: typed })}
      />
      {talk.can('counter') && (
        <View className="mt3">
          <View className="name mb2">{words.plan}</View>
          <DraftBox
            draft={draft}
            label={words.plan}
            placeholder={words.planPlaceholder}
            text={plan}
            max={maxPlanWords}
            height={72}
            onInput={(typed) => draft.change({ plan: typed })}
          />
          <View className="name mt3 mb2">{words.planFile}</View>
          <FormDocuments
            {...documents}
            files={files}
            max={maxPlanFiles}
            addText={words.addPlanFile}
            removeLabel={words.removePlanFile}
          />
        </View>
      )}
    </View>
  )
}
