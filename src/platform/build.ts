/**
 * What the build was told. Each is replaced by its text at build time, so that a branch on it
 * disappears from the bundle that does not need it.
 */
export const onH5 = process.env.TARO_ENV === 'h5'
export const gateway: 'cloud' | 'http' = process.env.TARO_APP_GATEWAY === 'cloud' ? 'cloud' : 'http'
/** Address before `/call/<function>`; empty means the origin that served the page. */
export const apiBase = process.env.TARO_APP_API_BASE ?? ''
export const cloudEnv = process.env.TARO_APP_CLOUD_ENV ?? ''
