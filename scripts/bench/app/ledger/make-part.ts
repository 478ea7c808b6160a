import { DocumentFiles } from './document-files'
import { type Making, openMaking, type Part } from './make'
import { type City, makeCity } from './organization'
import { makeReports } from './reports'
import { makeTasks } from './tasks'
import { verifyChains } from './verify'

/** Things that are verified and put away at a time. */
const batch = 100
/** What things of a part share, and change again and again. */
const sharedCollection = 'repeats'

/** What a part is told. */
export interface PartOrder {
  readonly identityKeys: string
  readonly part: Part
  readonly town: City
  readonly tasks: number
  readonly reports: number
  /** Where its documents go; it is made. */
  readonly folder: string
}

export interface PartMade {
  readonly chains: number
  /** Ids of tasks that residents can read. */
  readonly released: readonly string[]
  /** How many people sent the reports of the whole ledger. */
  readonly reporters: number
}

const putAway = ({ database }: Making, files: DocumentFiles, collections: readonly string[]) => {
  for (const name of collections) files.append(name, database.take(name))
}

/** The offices of the city with their people, in a folder of their own. */
export const makeTown = async (identityKeys: string, folder: string): Promise<City> => {
  const making = openMaking(identityKeys, { first: 0, of: 1 })
  const town = await makeCity(making)
  const files = new DocumentFiles(folder)
  putAway(making, files, making.database.names())
  files.close()
  return town
}

/** Tasks and reports of one part. Nobody else writes to a thing of it, so it is verified as soon as it is made. */
export const makePart = async (order: PartOrder): Promise<PartMade> => {
  const { town, tasks, reports } = order
  const making = openMaking(order.identityKeys, order.part)
  const files = new DocumentFiles(order.folder)
  let chains = 0
  let waiting = 0
  const settle = () => {
    chains += verifyChains(making.database)
    const names = making.database.names().filter((name) => name !== sharedCollection)
    putAway(making, files, names)
    waiting = 0
  }
  const done = () => {
    waiting += 1
    if (waiting === batch) settle()
  }
  const released = await makeTasks(making, town, tasks, done)
  const reporters = await makeReports(making, town, reports, done)
  settle()
  putAway(making, files, [sharedCollection])
  files.close()
  return { chains, released, reporters }
}
