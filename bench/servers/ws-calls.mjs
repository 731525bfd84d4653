// Baseline: the `ws` package answering `instance.get` frames. Argument: the copy of the candidate's database. The token is
// checked at the handshake, its expiry at every call.
import { createServer } from 'node:http';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { WebSocketServer } from 'ws';
import { ready } from './channel.mjs';
import { openInstances, PARAMS } from './instance.mjs';

const instances = openInstances(process.argv[2]);
const valid = new Ajv2020().compile(PARAMS);
const server = createServer();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

server.on('upgrade', (request, socket, head) => {
  const { authorization = '' } = request.headers;
  const user = instances.authenticate(authorization.slice(7));
  if (user === null) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
  sockets.handleUpgrade(request, socket, head, (ws) => {
    ws.on('message', (data) => {
      const { type, request_id, body } = JSON.parse(data.toString());
      const document =
        type === 'instance.get' && valid(body) && instances.live(user) ? instances.answer(body) : null;
      const answer =
        document === null
          ? { type, request_id, status: 400, body: { errors: [{ code: 'bad_request' }] } }
          : { type, request_id, status: 200, body: document };
      ws.send(JSON.stringify(answer));
    });
  });
});
server.listen(0, '127.0.0.1', () => ready(server.address().port));
