/**
 * What the build was told. Whether it is for a browser each branch asks for itself
 * (`process.env.TARO_ENV`, replaced by its text): only there the minifier drops what the other
 * platform needs, from a constant of another module or of its own it does not.
 */
export const gateway: 'cloud' | 'http' = process.env.TARO_APP_GATEWAY === 'cloud' ? 'cloud' : 'http'
/** Address before `/call/<function>`; empty means the origin that served the page. */
export const apiBase = process.env.TARO_APP_API_BASE ?? ''
export const cloudEnv = process.env.TARO_APP_CLOUD_ENV ?? ''
