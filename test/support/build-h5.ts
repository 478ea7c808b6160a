import { buildBundles } from './build-bundles'
import { keepDemonstration } from './demonstration'

export default function build(): void {
  buildBundles('functions', 'h5')
  keepDemonstration()
}
