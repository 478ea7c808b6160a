import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'

export default function HomePage() {
  return (
    <View>
      首页
      <Button type="primary">试</Button>
    </View>
  )
}
