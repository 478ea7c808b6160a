import { type BaseEventOrig, type ITouchEvent, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { verifyWords as words } from '@/copy/close-out'
import { Picture } from '@/src/components/show/picture'
import { TextLink } from '@/src/components/tap/text-link'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { keepBytes } from '@/src/platform/keep-bytes'
import { dropKeptFile, type KeptFile, readKeptFile } from '@/src/platform/kept-file'
import { placeOf } from '@/src/platform/place-of'
import { pngOf, type Point, segmentsOf, type Stroke, withPoint } from '../signature'
import './signature-field.scss'

const fieldId = 'signature-field'

interface SignatureFieldProps {
  kept: KeptFile | null
  onChange: (kept: KeptFile | null) => void
}

/** Where somebody signs with a finger; what was signed is kept on the phone at once. */
export function SignatureField({ kept, onChange }: SignatureFieldProps) {
  return kept ? (
    <Signed kept={kept} onAgain={() => onChange(null)} />
  ) : (
    <Pad onSigned={(signature) => onChange(signature)} />
  )
}

function Signed({ kept, onAgain }: { kept: KeptFile; onAgain: () => void }) {
  const [src, setSrc] = useState('')
  useEffect(() => {
    let isShown = true
    void readKeptFile(kept).then((file) => {
      if (isShown) setSrc(file?.src ?? '')
    })
    return () => {
      isShown = false
    }
  }, [kept])
  return (
    <View>
      <View className="signature">
        {src && (
          <Picture className="signature__image" mode="aspectFit" src={src} alt={words.signed} />
        )}
      </View>
      <View className="between">
        <View className="sub">{words.signed}</View>
        <TextLink
          text={words.signAgain}
          onTap={() => {
            void dropKeptFile(kept).catch(() => undefined)
            onAgain()
          }}
        />
      </View>
    </View>
  )
}

/** Where the finger is on the screen. */
const pointOf = (event: BaseEventOrig): Point | null => {
  const touch = (event as ITouchEvent).touches[0]
  return touch ? { x: touch.clientX, y: touch.clientY } : null
}

interface Drawn {
  /** On the screen. */
  readonly points: Stroke
  /** Top left of the field when it was begun: the page scrolls between strokes. */
  readonly from: Point | null
}

const strokesOf = (drawn: readonly Drawn[]): Stroke[] =>
  drawn.flatMap(({ points, from }) =>
    from ? [points.map(({ x, y }) => ({ x: x - from.x, y: y - from.y }))] : [],
  )

const changeLast = (drawn: readonly Drawn[], change: (last: Drawn) => Drawn): readonly Drawn[] =>
  drawn.map((each, place) => (place === drawn.length - 1 ? change(each) : each))

function Pad({ onSigned }: { onSigned: (kept: KeptFile) => void }) {
  const [drawn, setDrawn] = useState<readonly Drawn[]>([])
  const size = useRef({ width: 0, height: 0 })
  const strokes = strokesOf(drawn)
  const begin = (event: BaseEventOrig) => {
    const point = pointOf(event)
    if (!point) return
    setDrawn((before) => [...before, { points: [point], from: null }])
    void placeOf(fieldId).then(({ x, y, width, height }) => {
      size.current = { width, height }
      setDrawn((before) => before.map((each) => (each.from ? each : { ...each, from: { x, y } })))
    })
  }
  const draw = (event: BaseEventOrig) => {
    const point = pointOf(event)
    if (!point) return
    setDrawn((before) =>
      changeLast(before, (last) => ({ ...last, points: withPoint(last.points, point) })),
    )
  }
  const keep = async () => {
    const { width, height } = size.current
    const png = pngOf(strokes, Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
    try {
      onSigned(await keepBytes(png, 'image/png', 'signature.png'))
    } catch {
      toast(words.notKept)
    }
  }
  return (
    <View>
      <View
        id={fieldId}
        className="signature signature--open"
        role="img"
        aria-label={words.sign}
        catchMove
        onTouchStart={begin}
        onTouchMove={draw}
      >
        {strokes.flatMap(segmentsOf).map(({ x, y, length, angle }, place) => (
          <View
            key={place}
            className="signature__ink"
            style={{
              left: `${x}px`,
              top: `${y}px`,
              width: `${length + 3}px`,
              transform: `rotate(${angle}deg)`,
            }}
          />
        ))}
      </View>
      {strokes.length > 0 && (
        <View className="between">
          <TextLink text={words.signAgain} onTap={() => setDrawn([])} />
          <TextLink text={words.signDone} onTap={() => void keep()} />
        </View>
      )}
    </View>
  )
}
