// Messages of the PostgreSQL wire protocol, version 3: cutting them out of a stream and making the few that the bridge writes itself.
// Source: PostgreSQL manual, "Message Formats".

export const SSL_REQUEST = 80877103
export const GSS_REQUEST = 80877104
export const CANCEL_REQUEST = 80877102

/** Collects chunks and gives whole messages back; a message of many megabytes is joined once, not at every chunk. */
export class FrameReader {
  #chunks = []
  #size = 0

  push(chunk) {
    this.#chunks.push(chunk)
    this.#size += chunk.length
  }

  /** The next whole message, or null. The first messages of a connection have a length but no type byte. */
  next({ typed }) {
    const header = typed ? 5 : 4
    if (this.#size < header) return null
    if (this.#chunks[0].length < header) this.#join()
    const length = this.#chunks[0].readInt32BE(header - 4) + header - 4
    if (this.#size < length) return null
    if (this.#chunks[0].length < length) this.#join()
    const frame = this.#chunks[0].subarray(0, length)
    const rest = this.#chunks[0].subarray(length)
    if (rest.length) this.#chunks[0] = rest
    else this.#chunks.shift()
    this.#size -= length
    return frame
  }

  #join() {
    this.#chunks = [Buffer.concat(this.#chunks)]
  }
}

/** Cuts `messages` after each one that ends at a multiple of `size` bytes from the last cut. */
export function cutAtBoundaries(messages, size) {
  const parts = []
  let start = 0
  if (messages.length > size) { // a startup message has no type byte, and is short
    for (let at = 0; at < messages.length;) {
      at += messages.readInt32BE(at + 1) + 1
      if ((at - start) % size || at === messages.length) continue
      parts.push(messages.subarray(start, at))
      start = at
    }
  }
  return [...parts, messages.subarray(start)]
}

/** A message with `type` and `body`. */
export function message(type, body = Buffer.alloc(0)) {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

export const sync = message('S')

export function query(text) {
  return message('Q', Buffer.from(text + '\0'))
}

export function closeStatement(name) {
  return message('C', Buffer.from('S' + name + '\0'))
}

export function errorResponse(severity, code, text) {
  return message('E', Buffer.from(`S${severity}\0V${severity}\0C${code}\0M${text}\0\0`))
}

export function readyForQuery(status) {
  return message('Z', Buffer.from(status))
}

export function backendKey(processId, secret) {
  const body = Buffer.alloc(8)
  body.writeInt32BE(processId)
  body.writeInt32BE(secret, 4)
  return message('K', body)
}

/** The transaction status with which `answer` ends: I idle, T in a transaction, E in a failed one; null when it has no end yet. */
export function finalStatus(answer) {
  const at = answer.length - 6
  const ended = at >= 0 && answer[at] === 0x5a && answer.readInt32BE(at + 1) === 5
  return ended ? String.fromCharCode(answer[at + 5]) : null
}

/** Whether one of the messages in `answer` is an error. */
export function isError(answer) {
  for (let at = 0; at < answer.length; at += answer.readInt32BE(at + 1) + 1) if (answer[at] === 0x45) return true
  return false
}

/** The parameters of a startup message: {user, database, options, …}. */
export function startupParameters(frame) {
  const words = frame.toString('utf8', 8).split('\0')
  const pairs = {}
  for (let at = 0; at + 1 < words.length && words[at]; at += 2) pairs[words[at]] = words[at + 1]
  return pairs
}
