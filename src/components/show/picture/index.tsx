import { Image } from '@tarojs/components'

interface PictureProps {
  src: string
  mode: 'aspectFit' | 'aspectFill'
  className: string
  /** What a screen reader says of it; empty inside something that has a name of its own. */
  alt: string
}

/** Every picture goes through here: a browser reads the address of one that has no words. */
export function Picture({ alt, ...shown }: PictureProps) {
  const spoken = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt } } : { ariaLabel: alt }
  return <Image {...shown} {...spoken} />
}
