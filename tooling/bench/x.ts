import { open } from '@speeches/store'
import { createRandom } from '@speeches/store/testing'
import { existsSync } from 'node:fs'
import { makePage } from './src/store/pages.ts'
import { createWriter } from './src/store/text.ts'
const fresh = !existsSync('/tmp/st/h.db')
const store = await open('/tmp/st/h.db')
if (fresh) { const writer = createWriter(createRandom(1)); for (let i=0;i<2500;i+=25) await store.import(Array.from({length: 25}, (_, k) => makePage(writer, i+k))) }
const qs = ['的','一','是','不','人','在','有','了','中','大','为','国','上','个','出']
for (const query of qs) await store.search({query})
const c0 = process.cpuUsage(), t0 = performance.now()
for (let r=0;r<6;r++) for (const query of qs) await store.search({query})
const c = process.cpuUsage(c0)
console.log('per search wall', (performance.now()-t0)/90, 'cpu', (c.user+c.system)/90000)
await store.close()
