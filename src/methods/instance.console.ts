// instance.console: a ticket for the console of an instance.
import { method } from '../registry/method.js';
import { ticket, TERMINAL } from './present/ticket.js';

export default method('instance.console', async ({ core, caller, request }, params) => {
  const { width = TERMINAL.width, height = TERMINAL.height } = params;
  const wish = { kind: 'console' as const, width, height };
  return ticket(await core.sessions.ask(caller, params, wish, request.base ?? ''));
});
