import { buildBundles } from './build-bundles'

export default function build(): void {
  buildBundles('functions')
}
