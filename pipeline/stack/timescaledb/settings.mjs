// One PostgreSQL session serves all clients, so what a client SETs is remembered here and set again at each of its turns.

const SESSION_SET = /^\s*SET\s+(?!LOCAL\b|TRANSACTION\b|CONSTRAINTS\b)(?:SESSION\s+)?(TIME\s+ZONE|\w+)/i
const RESET = /^\s*(?:RESET|DISCARD)\s+(\w+)/i

/** The session settings of one client, as the statements that make them. */
export class SessionSettings {
  #statements = new Map()
  #pending = []
  /** True when the engine's settings may not be these, even if this client had the last turn. */
  stale = false

  /** Takes those of a startup message: `-c name=value`, spaces in a value escaped by a backslash. */
  constructor(options) {
    for (const [, name, value] of options.matchAll(/-c\s*([\w.]+)=((?:\\.|\S)+)/g)) {
      this.#statements.set(name.toLowerCase(), `SET ${name} TO '${value.replace(/\\(.)/g, '$1').replaceAll("'", "''")}'`)
    }
    this.stale = this.#statements.size > 0
  }

  get statements() {
    return [...this.#statements.values()]
  }

  /** Looks at a statement that is about to run. */
  note(text) {
    const change = SESSION_SET.exec(text) ?? RESET.exec(text)
    if (change) this.#pending.push({ name: change[1].toLowerCase(), text: text.replace(/;\s*$/, '') })
  }

  /** Keeps what was noted when the statements `succeeded`, and forgets it when they failed. */
  settle(succeeded) {
    for (const { name, text } of this.#pending.splice(0)) if (succeeded) this.#keep(name, text)
  }

  #keep(name, text) {
    if (!RESET.test(text)) this.#statements.set(name, text)
    else if (name === 'all') this.#statements.clear()
    else this.#statements.delete(name)
    this.stale ||= RESET.test(text) // the engine's own RESET brings back PGlite's settings, not a server's
  }
}
