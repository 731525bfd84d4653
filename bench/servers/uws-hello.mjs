// Baseline: raw uWebSockets.js that answers a constant and does not read the body.
import uWS from 'uWebSockets.js';
import { ready } from './channel.mjs';

const ANSWER = '{"data":{"type":"health","attributes":{"response":true}}}';

uWS
  .App()
  .post('/*', (res) => {
    res.writeHeader('Content-Type', 'application/json').end(ANSWER);
  })
  .listen('127.0.0.1', 0, (socket) => ready(uWS.us_socket_local_port(socket)));
