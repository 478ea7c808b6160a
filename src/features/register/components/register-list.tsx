import { Text, View } from '@tarojs/components'
import { registerWords } from '@/copy/register'
import { categoryNames, publicStateNames } from '@/copy/task'
import { beijingDay } from '@/domain/calendar/day'
import { mostMatching } from '@/domain/release/matching'
import { publicStates } from '@/domain/task/schedule-words'
import { taskCategories } from '@/domain/task/task'
import { PagedList } from '@/src/acting/paged-list'
import { FilterBar } from '@/src/components/ask/filter-bar'
import { filterBy } from '@/src/components/ask/filter-bar/filter-by'
import { SearchField } from '@/src/components/ask/field/search-field'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useMe } from '@/src/platform/use-me'
import { usePages } from '@/src/platform/use-pages'
import { useRegisterFilter } from '../hooks/use-register-filter'
import { PublicTaskCard } from './public-task-card'

/** The public register: words, three filters, count and order in words, one card a task. */
export function RegisterList() {
  const { filter, input, choose, clear, narrowed, setTyped, generation } = useRegisterFilter()
  const options = { keep: true, refreshOnShow: true }
  const list = usePages('register.listTasks', input, options)
  const matching = list.first?.matching ?? null
  const host = useMe().me?.host
  const places = useAction('register.listRegions', host ? { parentCode: host.cityRegion } : null)
  const counties = places.load.face === 'ready' ? places.load.data.items : []
  const today = beijingDay(serverNow())
  return (
    <View>
      <SearchField key={generation} placeholder={registerWords.search} onInput={setTyped} />
      <View className="mt2">
        <FilterBar
          onChange={choose}
          filters={[
            {
              key: 'regionCode',
              title: registerWords.place,
              all: host?.cityName ?? registerWords.allPlaces,
              value: filter.regionCode ?? '',
              options: counties.map(({ code, name }) => ({ value: code, text: name })),
            },
            filterBy({
              key: 'category',
              title: registerWords.category,
              all: registerWords.allCategories,
              value: filter.category,
              values: taskCategories,
              names: categoryNames,
            }),
            filterBy({
              key: 'state',
              title: registerWords.state,
              all: registerWords.allStates,
              value: filter.state,
              values: publicStates,
              names: publicStateNames,
            }),
          ]}
        />
      </View>
      <PagedList
        list={list}
        {...(matching !== null &&
          matching < mostMatching && {
            more: (shown: number) => registerWords.more(matching - shown),
          })}
        empty={{
          icon: 'search',
          title: narrowed ? registerWords.emptyTitle : registerWords.nothingYet,
          line: narrowed ? registerWords.emptyLine : registerWords.nothingYetLine,
          ...(narrowed && { action: { text: registerWords.clear, onTap: clear } }),
          other: { text: registerWords.report, ...wayTo('pages/report') },
        }}
      >
        {(rows) => (
          <View>
            <View className="flex between min-tap">
              <View>
                {matching !== null && (
                  <Text className="name tabular">{registerWords.count(matching)}</Text>
                )}
                <Text className={matching === null ? 'sub' : 'sub ml2'}>
                  {registerWords.byDeadline}
                </Text>
              </View>
              {narrowed && <TextLink text={registerWords.clear} onTap={clear} />}
            </View>
            {rows.map((row) => (
              <PublicTaskCard key={row.id} row={row} today={today} />
            ))}
          </View>
        )}
      </PagedList>
    </View>
  )
}
