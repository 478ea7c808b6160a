import { readSchema } from '@/local/engine/schema'

/** Places in documents and in a list of them, and a collection without any index. */
export const geoSchema = readSchema({
  collections: {
    indexed: {
      indexes: [
        { name: 'at', keys: [['at', '2dsphere']] },
        {
          name: 'kind_spot',
          keys: [
            ['kind', 1],
            ['spots.at', '2dsphere'],
          ],
        },
      ],
    },
    plain: {},
  },
})
