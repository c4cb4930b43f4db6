import { connect } from 'node:net'

/** Asks for the health check all the time, in a process of its own, until it is told to stop. Started by abuse.ts. */
const port = Number(process.argv[2])
const REQUEST = 'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
let slowest = { time: 0, at: '' }
let phase = ''
let isOver = false

process.on('message', (message: string) => {
  if (message === 'stop') isOver = true
  else phase = message
})

while (!isOver) {
  const begun = performance.now()
  const isWell = await ask()
  const time = isWell ? performance.now() - begun : Number.POSITIVE_INFINITY
  if (time > slowest.time) slowest = { time, at: phase }
  await new Promise((resolve) => setTimeout(resolve, 50))
}
process.send?.(slowest)
process.disconnect()

function ask(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(REQUEST))
    socket.setTimeout(10_000, () => socket.destroy())
    let received = ''
    socket.on('data', (data) => {
      received += data
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(received.startsWith('HTTP/1.1 200')))
  })
}
