/**
 * `npm run story -- --json`: one imported task from the list to closed, back after a relapse and
 * closed again, by everybody who has a part in it, through the real functions on a clock that
 * moves. Without `--origin` on a local cloud of its own, in memory.
 */
import { parseArgs } from 'node:util'
import { firstAdministrator } from './local-environment.mjs'
import { buildOrganization } from './seed/staff.mjs'
import { importLists } from './seed/import-lists.mjs'
import { openClient } from './seed/client.mjs'
import { openCloud } from './story/cloud.mjs'
import { refuseGaps } from './story/course.mjs'
import { refuseTwoSides } from './story/sides.mjs'
import { tellStory } from './story/tell.mjs'
import { openTeller } from './story/teller.mjs'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    origin: { type: 'string' },
    administrator: { type: 'string', default: firstAdministrator },
  },
})

const inWords = ({ on, person, role, unit, action, cycle, state, messages, ...more }) => {
  const told = messages.map(({ title, words }) => `\n    ${title}：${words}`).join('')
  const said = Object.entries(more).map(([name, value]) => ` ${name}=${value}`)
  return `${on} 第${cycle}轮 ${state}  ${role} ${person}（${unit}） ${action}${said.join('')}，发出${messages.length}条消息${told}`
}

const run = async (origin) => {
  const client = openClient(origin)
  await client.clock.jump('2019-11-04T10:00:00+08:00')
  const people = await buildOrganization(client, values.administrator)
  const { regionTasks } = await importLists(client, people.coordinator)
  const teller = openTeller({ client, origin, people, taskId: regionTasks[1] })
  await tellStory(teller)
  const story = await teller.end()
  refuseTwoSides(story.steps)
  refuseGaps(story.steps)
  if (values.json) console.log(JSON.stringify(story, null, 2))
  else {
    for (const step of story.steps) console.log(inWords(step))
    const { length, head, broken } = story.chain
    console.log(broken ? `存证从第${broken.seq}条断开` : `存证${length}条，前后都接得上：${head}`)
  }
}

if (values.origin) await run(values.origin)
else {
  const cloud = await openCloud('2019-11-04T09:00:00+08:00')
  try {
    await run(cloud.origin)
  } finally {
    await cloud.close()
  }
}
