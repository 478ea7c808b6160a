import type { PropsWithChildren } from 'react'
import { LocalBar } from './features/local-bar/components/local-bar'
import { followConsents } from './acting/consent'
import { sayEveryFailure } from './acting/say-failure'
import { clearDeliveredDrafts } from './acting/take-back'
import { keepReceipts } from './features/feedback/report/receipts'
import { ShellProvider } from './features/shell/shell-provider'
import { useAppLife } from './platform/app-life'
import { keepTextOutOfTheTree } from './platform/text-boxes'
import './app.scss'

keepTextOutOfTheTree()
sayEveryFailure()
// What waits may be delivered at any time: what follows from it is listened for from the start.
keepReceipts()
clearDeliveredDrafts()
followConsents()

export default function App({ children }: PropsWithChildren) {
  useAppLife()
  return (
    <ShellProvider>
      {process.env.TARO_APP_LOCAL === '1' && process.env.TARO_ENV === 'h5' && <LocalBar />}
      {children}
    </ShellProvider>
  )
}
