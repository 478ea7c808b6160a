import './platform/older-engines'
import { lazy, type PropsWithChildren, Suspense } from 'react'
import { followConsents } from './acting/consent'
import { sayEveryFailure } from './acting/say-failure'
import { clearDeliveredDrafts } from './acting/take-back'
import { keepReceipts } from './features/feedback/report/receipts'
import { ShellProvider } from './features/shell/shell-provider'
import { useAppLife } from './platform/app-life'
import { keepPages } from './platform/keep-pages'
import { keepTextOutOfTheTree } from './platform/text-boxes'
import './app.scss'

keepTextOutOfTheTree()
sayEveryFailure()
// What waits may be delivered at any time: what follows from it is listened for from the start.
keepReceipts()
clearDeliveredDrafts()
followConsents()
keepPages()

/** Beside the pages of the demonstration in a browser; it comes after the page itself. */
const LocalBar =
  process.env.TARO_APP_LOCAL === '1' && process.env.TARO_ENV === 'h5'
    ? lazy(() => import('./features/local-bar/components/local-bar'))
    : null

export default function App({ children }: PropsWithChildren) {
  useAppLife()
  return (
    <ShellProvider>
      {LocalBar && (
        <Suspense fallback={null}>
          <LocalBar />
        </Suspense>
      )}
      {children}
    </ShellProvider>
  )
}
