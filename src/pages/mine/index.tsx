import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'

export default function MinePage() {
  return (
    <View>
      我的
      <Button type="primary">试</Button>
    </View>
  )
}
