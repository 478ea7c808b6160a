import { View } from '@tarojs/components'
import type { Way } from '../../tap/tappable'
import { TextLink } from '../../tap/text-link'
import './index.scss'

interface LegalFootProps {
  links: readonly (Way & { text: string })[]
  /** Host and filing number, one a line. */
  lines: readonly string[]
}

/** Complaints, privacy, type size, host and filing number: visible on every public page. */
export function LegalFoot({ links, lines }: LegalFootProps) {
  return (
    <View className="legal-foot">
      <View className="legal-foot__links">
        {links.map((link) => (
          <View key={link.text} className="legal-foot__link">
            <TextLink {...link} />
          </View>
        ))}
      </View>
      {lines.map((line) => (
        <View key={line} className="sub tabular">
          {line}
        </View>
      ))}
    </View>
  )
}
