import type { PropsWithChildren } from 'react'
import { ShellProvider } from './features/shell/shell-provider'
import { useAppLife } from './platform/app-life'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useAppLife()
  return <ShellProvider>{children}</ShellProvider>
}
