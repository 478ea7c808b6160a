/**
 * What an invitation's QR code says: in a browser the address of the page that takes it, in
 * WeChat the code itself, which the page scans.
 */
export const scannedText = (code: string): string =>
  process.env.TARO_ENV === 'h5'
    ? `${window.location.origin}${window.location.pathname}#/pages/join/index?code=${encodeURIComponent(code)}`
    : code

/** The code in what was scanned: a bare code, or the address of the page that takes it. */
export const codeIn = (scanned: string): string => {
  const match = /[?&]code=([^&#]+)/.exec(scanned)
  return (match?.[1] ? decodeURIComponent(match[1]) : scanned).trim()
}
