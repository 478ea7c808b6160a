import type { PropsWithChildren } from 'react'
import { LocalBar } from './features/local-bar/components/local-bar'
import { ShellProvider } from './features/shell/shell-provider'
import { useAppLife } from './platform/app-life'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useAppLife()
  return (
    <ShellProvider>
      {process.env.TARO_APP_LOCAL === '1' && process.env.TARO_ENV === 'h5' && <LocalBar />}
      {children}
    </ShellProvider>
  )
}
