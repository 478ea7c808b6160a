import { View } from '@tarojs/components'
import { negotiationWords as words } from '@/copy/negotiation'
import { DraftBox } from '@/src/acting/draft-box'
import { useFormDocuments } from '@/src/acting/use-form-documents'
import { Card } from '@/src/components/card'
import { Icon } from '@/src/components/icon'
import { Tappable } from '@/src/components/tappable'
import { TextLink } from '@/src/components/text-link'
import { maxPlan, maxReason, type Negotiation } from '../hooks/use-negotiation'

/** `contract/enterprise.ts` */
const maxFiles = 5
const limits = {
  extensions: ['pdf', 'docx', 'xlsx', 'doc', 'xls', 'jpg', 'png'],
  maxBytes: 20 * 1024 * 1024,
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
            max={maxPlan}
            height={72}
            onInput={(typed) => draft.change({ plan: typed })}
          />
          <View className="name mt3 mb2">{words.planFile}</View>
          <Card rows>
            {files.map(({ key, name }) => (
              <View key={key} className="row">
                <Icon name="doc" size="s" />
                <View className="grow ml2">{name}</View>
                <Tappable
                  className="min-tap flex"
                  label={words.removePlanFile(name)}
                  onTap={() => documents.remove(key)}
                >
                  <Icon name="x" size="s" />
                </Tappable>
              </View>
            ))}
            {files.length < maxFiles && (
              <View className="row">
                <TextLink lead="plus" text={words.addPlanFile} onTap={documents.add} />
              </View>
            )}
          </Card>
        </View>
      )}
    </View>
  )
}
