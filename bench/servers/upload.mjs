// Baseline of image-put: node:https, busboy, SHA-256, and a file that is durable before the answer.
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';

const [folder, cert, key, token] = process.argv.slice(2);

async function keep(stream) {
  const file = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  stream.on('data', (chunk) => {
    hash.update(chunk);
    size += chunk.length;
  });
  try {
    await pipeline(stream, createWriteStream(file));
    const handle = await open(file, 'r+');
    await handle.sync();
    await handle.close();
    return { sha256: hash.digest('hex'), size };
  } finally {
    await rm(file, { force: true });
  }
}

const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (request, response) => {
  if (request.headers.authorization !== `Bearer ${token}`) {
    response.writeHead(401).end();
    return;
  }
  const form = new Busboy({ headers: request.headers, limits: { fileSize: Infinity } });
  let kept = Promise.resolve(null);
  form.on('file', (_name, stream) => {
    kept = keep(stream);
  });
  form.on('finish', async () => {
    const body = JSON.stringify({ data: await kept });
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  request.pipe(form);
});
server.listen(0, '127.0.0.1', () => {
  process.send({ urls: [`https://127.0.0.1:${server.address().port}`] });
});
process.on('SIGTERM', () => process.exit(0));
