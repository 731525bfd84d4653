// Baseline: the `ws` package sending each event to each socket in a loop. A frame `{"events": [...]}` on a socket that does
// not listen is a burst: its events go out one after the other, each encoded once.
import { WebSocketServer } from 'ws';
import { ready } from './channel.mjs';

const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
const listening = new Set();

sockets.on('connection', (ws, request) => {
  if (request.url === '/listen') {
    listening.add(ws);
    ws.on('close', () => listening.delete(ws));
    return;
  }
  ws.on('message', (data) => {
    for (const event of JSON.parse(data.toString()).events) {
      const frame = Buffer.from(JSON.stringify({ type: 'event', subscription: 1, events: [event] }));
      for (const listener of listening) listener.send(frame, { binary: false });
    }
  });
});
sockets.on('listening', () => ready(sockets.address().port));
