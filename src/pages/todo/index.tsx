import { View } from '@tarojs/components'
import { Button } from '@nutui/nutui-react-taro'

export default function TodoPage() {
  return (
    <View>
      待办
      <Button type="primary">试</Button>
    </View>
  )
}
