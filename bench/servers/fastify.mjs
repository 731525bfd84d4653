// Baseline: fastify 5 doing the work of `instance.get`. Argument: the copy of the candidate's database.
import Fastify from 'fastify';
import { ready } from './channel.mjs';
import { openInstances, PARAMS } from './instance.mjs';

const instances = openInstances(process.argv[2]);
const app = Fastify();

app.addHook('onRequest', (request, reply, done) => {
  const { authorization = '' } = request.headers;
  request.user = authorization.startsWith('Bearer ') ? instances.authenticate(authorization.slice(7)) : null;
  if (request.user === null) void reply.code(401).send({ errors: [{ code: 'unauthenticated' }] });
  else done();
});
app.post('/v1/instance.get', { schema: { body: PARAMS } }, (request, reply) => {
  const document = instances.answer(request.body);
  if (document === null) void reply.code(404).send({ errors: [{ code: 'not_found' }] });
  else void reply.send(document);
});

await app.listen({ host: '127.0.0.1', port: 0 });
ready(app.server.address().port);
