// Who may use the one engine. A turn lasts until the client's transaction ends.

export class Turns {
  owner = null
  #waiting = []

  /** Whether someone waits who should not have to; housekeeping is patient. */
  get contested() {
    return this.#waiting.some(({ client }) => !client.patient)
  }

  /** Resolves to true when `client` owns the engine, to false when it was withdrawn while it waited. */
  take(client) {
    if (this.owner === null) this.owner = client
    if (this.owner === client) return Promise.resolve(true)
    return new Promise((resolve) => this.#waiting.push({ client, resolve }))
  }

  /** Ends the turn of `client`; the one that waited longest is next. */
  release(client) {
    if (this.owner !== client) return
    const next = this.#waiting.shift()
    this.owner = next ? next.client : null
    next?.resolve(true)
  }

  /** Takes `client` out of the queue; true when it was in it. */
  withdraw(client) {
    const at = this.#waiting.findIndex((entry) => entry.client === client)
    if (at < 0) return false
    this.#waiting.splice(at, 1)[0].resolve(false)
    return true
  }
}
