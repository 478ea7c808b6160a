import { View } from '@tarojs/components'
import { Icon } from '../../show/icon'
import { useShellWords } from '../page-shell/shell-context'
import './index.scss'

/** On every staff page: an internet system, no secrets. */
export function SecrecyStrip({ wide = false }: { wide?: boolean }) {
  const words = useShellWords()
  return (
    <View className={`secrecy-strip ${wide ? 'secrecy-strip--wide' : ''}`}>
      <Icon name="lock" size="xs" className="secrecy-strip__icon" />
      <View>{words.secrecy}</View>
    </View>
  )
}
