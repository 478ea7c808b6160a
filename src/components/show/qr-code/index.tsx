import qrcode from 'qrcode-generator'
import { useMemo } from 'react'
import { Picture } from '../picture'
import './index.scss'

interface QrCodeProps {
  text: string
  /** What a screen reader says of it. */
  label: string
}

/** Made on the phone: nothing of what it says goes anywhere. */
export function QrCode({ text, label }: QrCodeProps) {
  const source = useMemo(() => {
    // As small as the text allows; the code is read from a screen, where little is damaged.
    const code = qrcode(0, 'M')
    code.addData(text)
    code.make()
    return code.createDataURL(8, 8)
  }, [text])
  return <Picture className="qr-code" src={source} mode="aspectFit" alt={label} />
}
