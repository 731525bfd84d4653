// Baseline of image-slow: node:https and a stream piped into the answer.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';

const [file, cert, key] = process.argv.slice(2);
const { size } = statSync(file);
const server = createServer({ cert: readFileSync(cert), key: readFileSync(key) }, (request, response) => {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(file);
  response.on('close', () => stream.destroy());
  stream.pipe(response);
});
server.listen(0, '127.0.0.1', () => {
  process.send({ urls: [`https://127.0.0.1:${server.address().port}`] });
});
process.on('SIGTERM', () => process.exit(0));
