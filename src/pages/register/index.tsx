import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'

export default function RegisterPage() {
  return (
    <View>
      整改任务
      <Button type="primary">试</Button>
    </View>
  )
}
