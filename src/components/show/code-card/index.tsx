import { View } from '@tarojs/components'
import { Card } from '../card'
import { useShellWords } from '../../frame/page-shell/shell-context'
import { TextLink } from '../../tap/text-link'
import './index.scss'

interface CodeCardProps {
  /** Number and lookup code, each with its name. */
  codes: readonly { label: string; value: string }[]
  hint: string
  onCopy: () => void
}

export function CodeCard({ codes, hint, onCopy }: CodeCardProps) {
  const words = useShellWords()
  return (
    <Card padding="low" className="code-card">
      <View className="code-card__codes">
        {codes.map((code) => (
          <View key={code.label} className="code-card__code">
            <View className="sub">{code.label}</View>
            <View className="name tabular mt1">{code.value}</View>
          </View>
        ))}
      </View>
      <View className="code-card__foot">
        <View className="sub grow code-card__hint">{hint}</View>
        <TextLink lead="copy" text={words.copy} onTap={onCopy} />
      </View>
    </Card>
  )
}
