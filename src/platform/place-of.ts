import Taro from '@tarojs/taro'

/** Where an element of the page stands on the screen, and how large it is; pixels. */
export const placeOf = (id: string) =>
  new Promise<Readonly<Record<'x' | 'y' | 'width' | 'height', number>>>((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => {
        const box = Array.isArray(found) ? found[0] : found
        const { left: x, top: y, width, height } = box ?? { left: 0, top: 0, width: 0, height: 0 }
        resolve({ x, y, width, height })
      })
      .exec()
  })
