import { eighth } from './eighth'
import { eleventh } from './eleventh'
import { fifteenth } from './fifteenth'
import { fifteenthPapers } from './fifteenth-papers'
import { fifth } from './fifth'
import { fourth } from './fourth'
import { fourthPapers } from './fourth-papers'
import { fresh } from './fresh'
import { fourteenth } from './fourteenth'
import { fourteenthPapers } from './fourteenth-papers'
import { freshPapers } from './fresh-papers'
import { labels } from './labels'
import { later } from './later'
import { ledgers } from './ledgers'
import { measures } from './measures'
import { ninth } from './ninth'
import { tenth } from './tenth'
import { twelfth } from './twelfth'
import { twelfthPapers } from './twelfth-papers'
import { notices } from './notices'
import type { PublishedList } from './right'
import { seventh } from './seventh'
import { sixteenth } from './sixteenth'
import { sixteenthPapers } from './sixteenth-papers'
import { sixth } from './sixth'
import { tables } from './tables'
import { thirteenth } from './thirteenth'
import { unread } from './unread'
import { unreadPapers } from './unread-papers'

/**
 * Small lists in the layouts that counties and cities publish, written from the genre with their
 * right values first: they are no part of the corpus, and its generator knows nothing of them.
 */
export const publishedLists: PublishedList[] = [
  ...labels,
  ...ledgers,
  ...measures,
  ...notices,
  ...tables,
  ...fresh,
  ...freshPapers,
  ...later,
  ...unread,
  ...unreadPapers,
  ...fourth,
  ...fourthPapers,
  ...fifth,
  ...sixth,
  ...seventh,
  ...eighth,
  ...ninth,
  ...tenth,
  ...eleventh,
  ...twelfth,
  ...twelfthPapers,
  ...thirteenth,
  ...fourteenth,
  ...fourteenthPapers,
  ...fifteenth,
  ...fifteenthPapers,
  ...sixteenth,
  ...sixteenthPapers,
]
