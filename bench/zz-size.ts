import { mkdtempSync, rmSync } from 'node:fs';
import { callWorld } from './harness/world.js';
import { post } from './harness/http.js';
const dir = mkdtempSync('/tmp/size-');
const w = await callWorld({ short: true, dir, profile: null }, { instances: 5, tokens: 1 });
const { text } = await post(`${w.candidate.url}/v1/instance.get`, JSON.stringify({ instance_id: w.instances[0] }), w.tokens[0]);
console.log('instance.get answer bytes', text.length);
const u = await post(`${w.candidate.url}/v1/user.get`, '{}', w.tokens[0]); console.log('user.get bytes', u.text.length);
await w.close(); rmSync(dir, { recursive: true });
