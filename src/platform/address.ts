import Taro from '@tarojs/taro'
import { type Params, queryOf } from './navigation'

/**
 * Writes what a page shows into its own address, so that a reload, a bookmark or a copied link
 * shows the same; opens nothing and adds no step to go back. H5 only: elsewhere there is no
 * address to read.
 */
export function keepInAddress(params: Params) {
  if (process.env.TARO_ENV !== 'h5') return
  const path = (Taro.getCurrentInstance().router?.path ?? '').split('?')[0]
  window.history.replaceState(window.history.state, '', `#${path}${queryOf(params)}`)
}
