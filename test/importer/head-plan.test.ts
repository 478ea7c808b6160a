import { chainOf } from '@/cloudfunctions/documents/importer/head-chain'
import { type HeadSearch, planOf } from '@/cloudfunctions/documents/importer/head-plan'
import { LabelCounts } from '@/cloudfunctions/documents/importer/label-counts'
import { scanLabels } from '@/cloudfunctions/documents/importer/labels'
import { numberedPlaces } from '@/cloudfunctions/documents/importer/numbered-places'
import { runOnLines } from '@/cloudfunctions/documents/importer/run-on'
import { readSource } from '@/cloudfunctions/documents/importer/source'
import type { Span } from '@/cloudfunctions/documents/importer/types'
import { layouts } from './corpus/layouts'

/** What the search for heads is given of a text, whole or from `from` on. */
function searched(text: string, from = 0) {
  const source = readSource(text)
  const runOn = runOnLines(source)
  const labels = scanLabels(source, runOn)
  const range: Span = [from, text.length]
  const places = numberedPlaces(source, range, labels, runOn)
  const search: HeadSearch = { counts: new LabelCounts(labels), inner: () => null }
  return { range, places, search }
}

describe('what heads of one style could cost at least', () => {
  it.each(layouts.map(({ name, make }) => [name, make] as const))(
    'is no more than what they cost: %s',
    async (_, make) => {
      const { text = '' } = await make(4, 3)
      const { range, places, search } = searched(text)
      for (const style of new Set(places.map((place) => place.style)))
        for (const below of [false, true]) {
          const plan = planOf(places, style, search, range, below)
          const chain = chainOf(plan, search, range, below)
          if (chain.heads.length > 1) expect(plan.least).toBeLessThanOrEqual(chain.cost + 1e-9)
        }
    },
  )

  it('is more than anyone asks for where items of six tasks are all that is counted', () => {
    const task = (name: string): string =>
      `${name}污水直排。\n整改目标:污水达标。\n整改措施:\n1.排查管网。责任单位:某县水利局;完成时限:2020年6月底\n2.改造管网。责任单位:某镇政府;完成时限:2020年底\n`
    const text = ['一、甲村', '二、乙村', '三、丙村', '四、丁村', '五、戊村', '六、己村']
      .map(task)
      .join('')
    const { range, places, search } = searched(text, 2)
    const items = places.filter(({ style }) => style === 'arabic')
    expect(items).toHaveLength(12)
    expect(planOf(items, 'arabic', search, range, true).least).toBeGreaterThan(9)
  })

  it('cannot be told of a single head', () => {
    const { range, places, search } = searched('一、甲村污水直排。\n整改目标:达标。')
    expect(planOf(places, 'chinese', search, range, false).least).toBe(Infinity)
  })
})
