import { type Params, queryOf } from './navigation'

/** Path of the page that the browser's address names, without the leading slash. */
const addressed = () => window.location.hash.replace(/^#\/?/, '').split('?')[0]

/**
 * Writes what a page shows into its own address, so that a reload, a bookmark or a copied link
 * shows the same; opens nothing and adds no step to go back. H5 only: elsewhere there is no
 * address to read.
 * @param page path of the page that shows it. Once another page is being opened the address is
 * that one's: overwritten, it would open without what it was asked for.
 */
export function keepInAddress(page: string, params: Params) {
  if (process.env.TARO_ENV !== 'h5' || addressed() !== page) return
  window.history.replaceState(window.history.state, '', `#/${page}${queryOf(params)}`)
}
