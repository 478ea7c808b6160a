import { bundleLocalCloud } from '../local-cloud.mjs'

/** @returns where the bundle is */
export const buildLocalCloud = () => bundleLocalCloud()
