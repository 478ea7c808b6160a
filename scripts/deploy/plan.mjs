/**
 * The difference between what an environment has and what this checkout wants, as steps in the
 * order in which they are done: data first, then storage, then code, then what starts it.
 * Nothing that is there and not ours is touched; no collection and no index is ever dropped.
 */

export const parts = ['database', 'storage', 'functions', 'triggers']

const step = (part, kind, name, what = {}) => ({ part, kind, name, ...what })

const sameKeys = (a, b) =>
  JSON.stringify(a.keys) === JSON.stringify(b.keys) && a.unique === b.unique

const collectionSteps = (name, wanted, present) => [
  ...(present ? [] : [step('database', 'createCollection', name)]),
  ...(present && present.rule === wanted.rule
    ? []
    : [step('database', 'setRule', name, { from: present?.rule ?? null, to: wanted.rule })]),
  ...wanted.indexes.flatMap((index) => {
    const there = present?.indexes.find((other) => other.name === index.name)
    if (!there) return [step('database', 'createIndex', name, { index })]
    return sameKeys(there, index) ? [] : [step('database', 'indexDiffers', name, { index, there })]
  }),
]

const settingsOf = ({ memorySize, timeout }) => ({ memorySize, timeout })

const functionSteps = (name, wanted, present) => {
  const variables = {
    set: wanted.variables.filter((key) => !present?.variables.includes(key)),
    changed: wanted.variables.filter((key) => present?.differing?.includes(key)),
  }
  if (!present) {
    const { bytes, sha256, runtime } = wanted
    return [
      step('functions', 'createFunction', name, {
        sha256,
        bytes,
        runtime,
        ...settingsOf(wanted),
        variables,
      }),
    ]
  }
  const settings = Object.entries(settingsOf(wanted)).filter(
    ([key, value]) => present[key] !== value,
  )
  return [
    // A runtime is fixed at creation: somebody has to decide.
    ...(present.runtime === wanted.runtime
      ? []
      : [step('functions', 'runtimeDiffers', name, { from: present.runtime, to: wanted.runtime })]),
    ...(present.sha256 === wanted.sha256
      ? []
      : [
          step('functions', 'updateCode', name, {
            from: present.sha256,
            sha256: wanted.sha256,
            bytes: wanted.bytes,
          }),
        ]),
    ...(settings.length > 0
      ? [
          step('functions', 'updateSettings', name, {
            settings: settings.map(([key, to]) => ({ key, from: present[key], to })),
          }),
        ]
      : []),
    ...(variables.set.length + variables.changed.length > 0
      ? [step('functions', 'setVariables', name, { variables })]
      : []),
  ]
}

const triggerSteps = (name, wanted, present) => {
  const there = present?.triggers ?? []
  return wanted.triggers
    .filter(({ name: own, cron }) => !there.some((it) => it.name === own && it.cron === cron))
    .map((trigger) =>
      step(
        'triggers',
        there.some((it) => it.name === trigger.name) ? 'changeTrigger' : 'createTrigger',
        name,
        {
          trigger,
        },
      ),
    )
}

/** Steps that nobody carries out: a person has to decide first. */
export const needsAPerson = ({ kind }) => kind === 'indexDiffers' || kind === 'runtimeDiffers'

const notOurs = (wanted, present) => ({
  functions: Object.keys(present.functions).filter((name) => !wanted.functions[name]),
  collections: Object.keys(present.collections).filter((name) => !wanted.collections[name]),
  indexes: Object.entries(wanted.collections).flatMap(([name, { indexes }]) =>
    (present.collections[name]?.indexes ?? [])
      .filter((index) => !indexes.some((own) => own.name === index.name))
      .map((index) => `${name}.${index.name}`),
  ),
  triggers: Object.entries(wanted.functions).flatMap(([name, { triggers }]) =>
    (present.functions[name]?.triggers ?? [])
      .filter((trigger) => !triggers.some((own) => own.name === trigger.name))
      .map((trigger) => `${name}.${trigger.name}`),
  ),
})

/**
 * @param {import('./state').State} wanted
 * @param {import('./state').State} present
 * @param {readonly string[]} [only] parts to look at; all of them by default
 */
export const planOf = (wanted, present, only = parts) => {
  const steps = [
    ...Object.entries(wanted.collections).flatMap(([name, it]) =>
      collectionSteps(name, it, present.collections[name]),
    ),
    ...(present.storage === wanted.storage
      ? []
      : [
          step('storage', 'setStorageRule', 'storage', {
            from: present.storage,
            to: wanted.storage,
          }),
        ]),
    ...Object.entries(wanted.functions).flatMap(([name, it]) =>
      functionSteps(name, it, present.functions[name]),
    ),
    ...Object.entries(wanted.functions).flatMap(([name, it]) =>
      triggerSteps(name, it, present.functions[name]),
    ),
  ].filter(({ part }) => only.includes(part))
  return { steps, stays: notOurs(wanted, present) }
}

/** An environment in which nothing was ever done. */
/** What a step back does not touch: the values that the environment has now are the right ones. */
export const withoutVariables = ({ steps, ...plan }) => ({
  ...plan,
  steps: steps.filter(({ kind }) => kind !== 'setVariables'),
})

export const emptyState = { functions: {}, collections: {}, storage: 'none' }
