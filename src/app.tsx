import type { PropsWithChildren } from 'react'
import { LocalBar } from './features/local-bar/components/local-bar'
import { registerReportSender } from './features/feedback/report/waiting-report'
import { ShellProvider } from './features/shell/shell-provider'
import { useAppLife } from './platform/app-life'
import { keepTextOutOfTheTree } from './platform/text-boxes'
import './app.scss'

keepTextOutOfTheTree()
registerReportSender()

export default function App({ children }: PropsWithChildren) {
  useAppLife()
  return (
    <ShellProvider>
      {process.env.TARO_APP_LOCAL === '1' && process.env.TARO_ENV === 'h5' && <LocalBar />}
      {children}
    </ShellProvider>
  )
}
