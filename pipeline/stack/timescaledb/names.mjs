// One PostgreSQL session serves all clients, so each client's prepared statements get names of their own.
import { message } from './frames.mjs'

const DEALLOCATE = /^\s*DEALLOCATE\s+(?:PREPARE\s+)?("?)(\w+)\1\s*;?\s*$/i
const DEALLOCATE_ALL = /^\s*(DEALLOCATE\s+(PREPARE\s+)?|DISCARD\s+)ALL\s*;?\s*$/i
const NOTHING = 'DO $$ BEGIN END $$'

/** The prepared statements of one client, by the names that the engine knows them under. */
export class StatementNames {
  #prefix
  #known = new Set()
  /** Names that the engine has yet to forget. */
  doomed = []

  constructor(clientId) {
    this.#prefix = `client${clientId}_`
  }

  /** The client's message with statement names made its own; other messages as they are. */
  translate(frame) {
    switch (String.fromCharCode(frame[0])) {
      case 'P': return this.#rename(frame, 5, (name) => this.#known.add(name))
      case 'B': return this.#rename(frame, endOfText(frame, 5) + 1)
      case 'D': return frame[5] === 0x53 ? this.#rename(frame, 6) : frame
      case 'C': return frame[5] === 0x53 ? this.#rename(frame, 6, (name) => this.#known.delete(name)) : frame
      default: return frame
    }
  }

  /** What to say to the engine instead of a `text` that deallocates, or null when it does not. */
  deallocate(text) {
    if (DEALLOCATE_ALL.test(text)) {
      this.doomed.push(...this.forgetAll())
      return NOTHING
    }
    const found = DEALLOCATE.exec(text)
    if (!found) return null
    this.#known.delete(this.#prefix + found[2])
    return `DEALLOCATE "${this.#prefix}${found[2]}"`
  }

  /** Empties the set and returns what was in it. */
  forgetAll() {
    const names = [...this.#known]
    this.#known.clear()
    return names
  }

  #rename(frame, at, note = () => {}) {
    const end = endOfText(frame, at)
    if (end === at) return frame // the unnamed statement lives for one batch only
    const name = this.#prefix + frame.toString('utf8', at, end)
    note(name)
    return message(String.fromCharCode(frame[0]), Buffer.concat([frame.subarray(5, at), Buffer.from(name), frame.subarray(end)]))
  }
}

function endOfText(frame, at) {
  return frame.indexOf(0, at)
}
