// node validation_peer.mjs FOLDER FILE …: what the npm package amazon-states-language-service, installed in FOLDER, takes to
// parse and validate each file in a warm process: one line `MILLISECONDS PROBLEMS FILE` of processor time each (the
// fastest of a few rounds, which is fair to the package).

import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [folder, ...files] = process.argv.slice(2)
const load = createRequire(join(resolve(folder), 'node_modules', 'x.js'))
const { getLanguageService, TextDocument } = load('amazon-states-language-service')
const service = getLanguageService({})

async function validated (text) {
  const document = TextDocument.create('file:///definition.asl.json', 'json', 1, text)
  return await service.doValidation(document, service.parseJSONDocument(document))
}

await validated('{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}')
for (const file of files) {
  const text = readFileSync(file, 'utf8')
  let best = Infinity
  let problems = 0
  for (let round = 0; round < 3; ++round) {
    const begin = process.cpuUsage()
    problems = (await validated(text)).length
    const spent = process.cpuUsage(begin)
    best = Math.min(best, (spent.user + spent.system) / 1000)
  }
  console.log(`${best.toFixed(2)} ${problems} ${file}`)
}
