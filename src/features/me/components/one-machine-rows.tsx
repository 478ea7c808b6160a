import { oneMachineWords as words } from '@/copy/one-machine'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'

/** Where there is no WeChat: nothing can be sent to anybody, and staff come in by a code. */
export function OneMachineRows() {
  return (
    <Card rows>
      <Row icon="bell" name={words.noMessages} line={words.noMessagesLine} />
      <Row icon="lock" name={words.signIn} onTap={() => window.location.assign('/serve/sign-in')} />
    </Card>
  )
}
