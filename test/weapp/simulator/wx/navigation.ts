import type { PageStack } from '../page-stack'
import type { Phone } from '../phone'
import { apis, type Wx } from './api'

export const navigationApis = (phone: Phone, stack: () => PageStack): Wx =>
  apis(phone, {
    navigateTo: ({ url }) => stack().navigateTo(String(url)),
    redirectTo: ({ url }) => stack().redirectTo(String(url)),
    reLaunch: ({ url }) => stack().reLaunch(String(url)),
    switchTab: ({ url }) => stack().switchTab(String(url)),
    navigateBack: ({ delta }) => stack().navigateBack(Number(delta ?? 1)),
    setNavigationBarTitle: ({ title }) => void (stack().current.title = String(title)),
  })
