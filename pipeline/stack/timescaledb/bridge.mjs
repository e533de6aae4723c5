// The PostgreSQL wire protocol on a loopback port, in front of one PGlite engine with TimescaleDB.
// Usage: node bridge.mjs --port 15432 --data DIR --modules DIR/node_modules --turn-seconds 30
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { Client } from './client.mjs'
import { Engine } from './engine.mjs'
import { Turns } from './turns.mjs'

const options = Object.fromEntries(['port', 'data', 'modules', 'turn-seconds'].map((name) => [name, { type: 'string' }]))
const { values: given } = parseArgs({ options })
const TIDY_EVERY_MS = 20_000

class Bridge {
  turns = new Turns()
  patient = true
  #tidying = false
  #clients = new Map()
  #lastId = 0

  async open() {
    this.engine = await Engine.open(given.data, given.modules)
    this.greeting = await this.engine.greeting()
  }

  accept(socket) {
    socket.setNoDelay(true)
    const client = new Client(++this.#lastId, socket, this)
    this.#clients.set(client.id, client)
  }

  gone(client) {
    this.#clients.delete(client.id)
  }

  /** A statement that runs can't be stopped: the engine is this thread. One that waits for its turn can. */
  cancel(id, secret) {
    const client = this.#clients.get(id)
    if (client?.secret === secret) client.cancelWaiting()
  }

  endIdleTurn(longerThanMs) {
    const { owner, contested } = this.turns
    if (!owner?.idleSince || !contested || Date.now() - owner.idleSince < longerThanMs) return
    owner.expire('25P03', 'idle-in-transaction timeout: the embedded TimescaleDB serves one transaction at a time, '
      + 'and others were waiting. Use short transactions.')
  }

  async tidy() {
    if (this.#tidying || !this.engine.used) return
    this.#tidying = true
    await this.turns.take(this)
    await this.engine.tidy()
    this.turns.release(this)
    this.#tidying = false
  }

  /** Ends when the statement that runs has ended; a transaction that is open then is rolled back. */
  async stop() {
    if (this.turns.owner?.idleSince) this.turns.owner.expire('57P01', 'administrator command')
    await this.turns.take(this)
    await this.engine.stop()
    process.exit(0)
  }
}

// an engine that trapped is in an unknown state: end, and recover at the next start
process.on('unhandledRejection', (error) => { console.error(error); process.exit(1) })

const bridge = new Bridge()
await bridge.open()
const server = createServer((socket) => bridge.accept(socket))
server.listen(Number(given.port), '127.0.0.1', () => console.log(`ready on port ${given.port}`))
setInterval(() => bridge.endIdleTurn(Number(given['turn-seconds']) * 1000), 500)
setInterval(() => bridge.tidy(), TIDY_EVERY_MS)
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => { server.close(); bridge.stop() })
