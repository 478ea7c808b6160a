/**
 * Answers the vendor's tool in Tencent's place: a CONNECT proxy on this machine that ends TLS
 * with a certificate of the test. Its answers are ours: it proves what we send, not that Tencent
 * takes it. What the SDK asks of the database goes on to a local cloud.
 */
import http from 'node:http'
import tls from 'node:tls'
import { generate } from 'selfsigned'

const hosts = ['scf', 'tcb', 'flexdb'].map((service) => `${service}.tencentcloudapi.com`)
/** An environment's own name stands before it. */
const dataHost = '.tcb-api.tencentcloudapi.com'

export const makeCertificate = async () =>
  generate([{ name: 'commonName', value: 'stand-in' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [...hosts, `*${dataHost}`].map((value) => ({ type: 2, value })),
      },
    ],
  })

const refusal = (Code, Message) => Object.assign(new Error(Message), { Code })

/** One environment as Tencent would keep it. */
export const emptyCloud = (envId) => ({
  envId,
  tables: {},
  rules: {},
  storage: 'PRIVATE',
  functions: {},
})

const actions = {
  DescribeEnvInfo: (cloud, { EnvId }) => {
    if (EnvId !== cloud.envId)
      throw refusal('ResourceNotFound.EnvNotFound', `env ${EnvId} not found`)
    return {
      EnvInfo: {
        EnvBaseInfo: {
          EnvId,
          Databases: [{ InstanceId: 'tnt-1' }],
          Storages: [{ Bucket: 'bucket-1250000000', Region: 'ap-shanghai', AppId: '1250000000' }],
          Functions: [{ Namespace: EnvId, Region: 'ap-shanghai' }],
        },
      },
    }
  },
  ListTables: (cloud, { MgoLimit, MgoOffset }) => {
    const names = Object.keys(cloud.tables).sort()
    const page = names.slice(MgoOffset, MgoOffset + MgoLimit)
    return { Tables: names.length > 0 ? page.map((TableName) => ({ TableName })) : null }
  },
  DescribeTable: (cloud, { TableName }) => {
    const indexes = cloud.tables[TableName]
    if (!indexes) throw refusal('ResourceNotFound', `table ${TableName} not exist`)
    const own = { Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true }
    return { Indexes: [own, ...indexes], IndexNum: indexes.length + 1 }
  },
  CreateTable: (cloud, { TableName }) => {
    if (cloud.tables[TableName]) throw refusal('FailedOperation', `table ${TableName} exists`)
    cloud.tables[TableName] = []
    cloud.rules[TableName] = 'PRIVATE'
    return {}
  },
  UpdateTable: (cloud, { TableName, CreateIndexes = [], DropIndexes }) => {
    if (DropIndexes) throw refusal('FailedOperation', 'the deployment never drops an index')
    for (const { IndexName, MgoKeySchema } of CreateIndexes) {
      if (cloud.tables[TableName].some(({ Name }) => Name === IndexName))
        throw refusal('FailedOperation', `index ${IndexName} exists`)
      const { MgoIndexKeys, MgoIsUnique } = MgoKeySchema
      cloud.tables[TableName].push({ Name: IndexName, Keys: MgoIndexKeys, Unique: MgoIsUnique })
    }
    return {}
  },
  DescribeResourcePermission: (cloud, { Resources }) => ({
    Data: {
      TotalCount: Resources.length,
      PermissionList: Resources.map((Resource) => ({
        Resource,
        ResourceType: 'collection',
        Permission: cloud.rules[Resource],
      })),
    },
  }),
  ModifyResourcePermission: (cloud, { Resource, Permission }) => {
    cloud.rules[Resource] = Permission
    return { Data: {} }
  },
  DescribeStorageSafeRule: (cloud) => ({ AclTag: cloud.storage }),
  ModifyStorageSafeRule: (cloud, { AclTag }) => {
    cloud.storage = AclTag
    return {}
  },
  ListFunctions: (cloud) => {
    const names = Object.keys(cloud.functions)
    return {
      Functions: names.map((FunctionName) => ({ FunctionName })),
      TotalCount: names.length,
    }
  },
  GetFunction: (cloud, { FunctionName }) => {
    const it = cloud.functions[FunctionName]
    if (!it) throw refusal('ResourceNotFound.Function', `function ${FunctionName} not exist`)
    return { ...it, zip: undefined, FunctionName, Status: 'Active' }
  },
  CreateFunction: (cloud, { FunctionName, Code, ...rest }) => {
    if (cloud.functions[FunctionName])
      throw refusal('ResourceInUse.Function', `function ${FunctionName} exists`)
    const { Runtime, Handler, MemorySize, Timeout, Description, Environment } = rest
    const settings = { Runtime, Handler, MemorySize, Timeout, Description, Environment }
    cloud.functions[FunctionName] = { ...settings, Triggers: [], zip: Code.ZipFile }
    return {}
  },
  UpdateFunctionCode: (cloud, { FunctionName, Code }) => {
    cloud.functions[FunctionName].zip = Code.ZipFile
    return {}
  },
  // As the platform does it: the variables that are sent replace all that were there.
  UpdateFunctionConfiguration: (cloud, { FunctionName, ...sent }) => {
    const it = cloud.functions[FunctionName]
    for (const key of ['MemorySize', 'Timeout', 'Description', 'Environment'])
      if (sent[key] !== undefined) it[key] = sent[key]
    return {}
  },
  BatchCreateTrigger: (cloud, { FunctionName, Triggers }) => {
    const it = cloud.functions[FunctionName]
    for (const { TriggerName, Type, TriggerDesc } of JSON.parse(Triggers)) {
      if (it.Triggers.some((other) => other.TriggerName === TriggerName))
        throw refusal('ResourceInUse.Trigger', `trigger ${TriggerName} exists`)
      it.Triggers.push({ TriggerName, Type, TriggerDesc: JSON.stringify({ cron: TriggerDesc }) })
    }
    return {}
  },
  DeleteTrigger: (cloud, { FunctionName, TriggerName }) => {
    const it = cloud.functions[FunctionName]
    it.Triggers = it.Triggers.filter((trigger) => trigger.TriggerName !== TriggerName)
    return {}
  },
}

const isWrite = (action) => !/^(Describe|List|Get)/.test(action)

const bodyOf = async (request) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * @param cloud what is kept; replaced by assigning `standIn.cloud`
 * @returns its port, the calls seen as `Action` names, which write to refuse, and which calls to
 *   hold: until `of` of them wait, or until `hold` is set anew
 */
export const startStandIn = async (cloud, { key, cert }) => {
  const standIn = { cloud, calls: [], writes: 0, refuseWrite: null, refuse: null, held: [] }
  let holds = null
  const release = () => standIn.held.splice(0).forEach((go) => go())
  standIn.hold = (next) => {
    holds = next
    release()
  }
  const held = (action) =>
    new Promise((go) => {
      if (!holds || !new RegExp(holds.action).test(action)) return go()
      standIn.held.push(go)
      if (standIn.held.length >= holds.of) release()
      standIn.noticed?.()
    })
  /** Comes back when one waits. */
  standIn.untilHeld = async () => {
    while (standIn.held.length === 0) await new Promise((resolve) => (standIn.noticed = resolve))
  }
  const refuseAsAsked = (action) => {
    const asked = standIn.refuse?.(action)
    if (asked) throw refusal(...asked)
  }
  const answer = async (request, response) => {
    const action = request.headers['x-tc-action']
    const input = JSON.parse((await bodyOf(request)) || '{}')
    const send = (body) =>
      response.end(JSON.stringify({ Response: { RequestId: 'stand-in', ...body } }))
    try {
      standIn.calls.push(action)
      if (isWrite(action)) standIn.writes += 1
      refuseAsAsked(action)
      await held(action)
      const cutOff = isWrite(action) && standIn.refuseWrite?.at === standIn.writes
      if (cutOff && !standIn.refuseWrite.afterDoing) throw refusal('InternalError', 'cut off')
      if (!actions[action]) throw refusal('UnsupportedOperation', action)
      const result = actions[action](standIn.cloud, input)
      if (cutOff) throw refusal('InternalError', 'cut off after it was done')
      send(result)
    } catch (error) {
      if (!error.Code) throw error
      send({ Error: { Code: error.Code, Message: error.message } })
    }
  }
  const documents = new Set()
  const askDocuments = (url, body) =>
    fetch(`${process.env.STAND_IN_DATA}${url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  /** There are documents where a table was made, and nowhere else. */
  const requireTable = async (url, { envName, collectionName }) => {
    if (!standIn.cloud.tables[collectionName])
      throw refusal('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${collectionName}`)
    const name = `${envName} ${collectionName}`
    if (documents.has(name)) return
    await askDocuments(url, { action: 'database.addCollection', envName, collectionName })
    documents.add(name)
  }
  /** The SDK's own gateway: the documents are a local cloud's. */
  const passOn = async (request, response) => {
    const body = JSON.parse(await bodyOf(request))
    response.setHeader('content-type', 'application/json')
    try {
      refuseAsAsked(body.action)
      await held(body.action)
      await requireTable(request.url, body)
      response.end(await (await askDocuments(request.url, body)).text())
    } catch (error) {
      if (!error.Code) throw error
      const { Code: code, message } = error
      response.end(JSON.stringify({ code, message, requestId: 'stand-in' }))
    }
  }
  const inner = http.createServer((request, response) => {
    const isData = request.headers.host.endsWith(dataHost)
    void (isData ? passOn : answer)(request, response)
  })
  const proxy = http.createServer((_request, response) => response.writeHead(405).end())
  const sockets = new Set()
  proxy.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  proxy.on('connect', (request, socket) => {
    const [host] = request.url.split(':')
    if (!hosts.includes(host) && !host.endsWith(dataHost)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    const secure = new tls.TLSSocket(socket, { isServer: true, key, cert })
    secure.on('error', () => socket.destroy())
    inner.emit('connection', secure)
  })
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  standIn.port = proxy.address().port
  standIn.stop = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => proxy.close(resolve))
  }
  return standIn
}
