// One connection: from its first byte until it is gone.
import { randomInt } from 'node:crypto'
import * as pg from './frames.mjs'
import { StatementNames } from './names.mjs'
import { SessionSettings } from './settings.mjs'

const COPY_FROM_STDIN = /\bCOPY\b[^;]*\bFROM\s+STDIN\b/i
// the engine itself refuses, so that its transaction is in the state that the client believes it to be
const NO_COPY = `DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '0A000',
  MESSAGE = 'The embedded TimescaleDB has no COPY FROM STDIN. Use INSERT … SELECT FROM unnest(arrays).'; END $$`

/** The status after a Flush, whose answer has no end: the turn goes on until its Sync. */
function unfinished(frame) {
  if (frame[0] === 0x48) return 'T'
  throw new Error(`the engine left a message of type ${String.fromCharCode(frame[0])} unanswered`)
}

export class Client {
  settings = new SessionSettings('')
  status = 'I'
  idleSince = null
  #started = false
  #closed = false
  #pumping = false
  #batch = []
  #reader = new pg.FrameReader()

  constructor(id, socket, bridge) {
    this.id = id
    this.secret = randomInt(2 ** 31)
    this.statements = new StatementNames(id)
    this.socket = socket
    this.bridge = bridge
    socket.on('data', (chunk) => { this.#reader.push(chunk); this.#pump() })
    socket.on('error', () => socket.destroy()) // 'close' follows, and ends the client
    socket.on('close', () => this.#leave())
  }

  /** Ends a client between two of its messages: its transaction is rolled back, and it is told why. */
  async expire(code, why) {
    this.idleSince = null
    this.#closed = true
    await this.#giveBack()
    this.socket.end(pg.errorResponse('FATAL', code, `terminating connection due to ${why}`))
  }

  /** Answers a cancelled statement that had not begun. */
  cancelWaiting() {
    if (!this.bridge.turns.withdraw(this)) return
    this.settings.settle(false)
    this.socket.write(Buffer.concat([
      pg.errorResponse('ERROR', '57014', 'canceling statement due to user request'), pg.readyForQuery(this.status)]))
  }

  async #pump() {
    if (this.#pumping) return
    this.#pumping = true
    for (let frame; !this.#closed && (frame = this.#reader.next({ typed: this.#started }));) await this.#accept(frame)
    this.#pumping = false
    if (this.#closed) await this.#giveBack()
  }

  async #accept(frame) {
    if (!this.#started) return this.#start(frame)
    const type = String.fromCharCode(frame[0])
    if (type === 'X') return this.socket.end()
    this.#batch.push(this.#translate(type, frame))
    if (type === 'Q' || type === 'S' || type === 'H') await this.#run(this.#batch.splice(0))
  }

  #start(frame) {
    const code = frame.readInt32BE(4)
    if (code === pg.SSL_REQUEST || code === pg.GSS_REQUEST) return this.socket.write('N')
    if (code === pg.CANCEL_REQUEST) {
      this.bridge.cancel(frame.readInt32BE(8), frame.readInt32BE(12))
      return this.socket.end()
    }
    const { database = 'postgres', options = '' } = pg.startupParameters(frame)
    if (database !== 'postgres') {
      return this.socket.end(pg.errorResponse('FATAL', '3D000', `database "${database}" does not exist`))
    }
    this.settings = new SessionSettings(options)
    this.#started = true
    this.socket.write(Buffer.concat([
      pg.message('R', Buffer.alloc(4)), this.bridge.greeting, pg.backendKey(this.id, this.secret), pg.readyForQuery('I')]))
  }

  #translate(type, frame) {
    if (type !== 'Q' && type !== 'P') return this.statements.translate(frame)
    const nameEnd = type === 'P' ? frame.indexOf(0, 5) + 1 : 5
    const text = frame.toString('utf8', nameEnd, frame.indexOf(0, nameEnd))
    const other = COPY_FROM_STDIN.test(text) ? NO_COPY : this.statements.deallocate(text)
    this.settings.note(text)
    if (other === null) return this.statements.translate(frame)
    if (type === 'Q') return pg.query(other)
    const renamed = Buffer.concat([frame.subarray(5, nameEnd), Buffer.from(other + '\0'), Buffer.alloc(2)])
    return this.statements.translate(pg.message('P', renamed))
  }

  async #run(batch) {
    this.idleSince = null
    if (!(await this.bridge.turns.take(this)) || this.#closed) return
    await this.bridge.engine.switchTo(this)
    await this.bridge.engine.close(this.statements.doomed.splice(0))
    const answer = await this.bridge.engine.run(Buffer.concat(batch))
    this.socket.write(answer)
    this.settings.settle(!pg.isError(answer))
    this.status = pg.finalStatus(answer) ?? unfinished(batch.at(-1))
    if (this.status === 'I') this.bridge.turns.release(this)
    else this.idleSince = Date.now()
  }

  async #leave() {
    this.#closed = true
    this.bridge.gone(this)
    if (this.bridge.turns.withdraw(this) || this.#pumping) return // #pump ends, and gives back what this client holds
    await this.#giveBack()
  }

  async #giveBack() {
    if (!(await this.bridge.turns.take(this))) return
    await this.bridge.engine.forget(this)
    this.status = 'I'
    this.bridge.turns.release(this)
  }
}
